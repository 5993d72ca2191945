import { isPlainObject } from './faithful-json.ts';
import type { PactContent } from './pact-content.ts';

/** The names of the provider states that a pact's interactions and messages need, each once; of every specification version. */
export function providerStatesIn(content: PactContent): string[] {
  const entries = [content.interactions, content.messages].flatMap((list) => (Array.isArray(list) ? list : []));
  return [...new Set(entries.flatMap((entry) => (isPlainObject(entry) ? statesOf(entry) : [])))];
}

function statesOf(interaction: Record<string, unknown>): string[] {
  const states = interaction.providerStates ?? interaction.providerState ?? interaction.provider_state;
  return [states ?? []].flat().flatMap((state) => {
    const name = isPlainObject(state) ? state.name : state;
    return typeof name === 'string' && name !== '' ? [name] : [];
  });
}

/** How many interactions and messages a pact has. */
export function countInteractions(content: PactContent): { interactions: number; messages: number } {
  const list = Array.isArray(content.interactions) ? content.interactions : [];
  const asynchronous = list.filter((entry) => isPlainObject(entry) && String(entry.type).startsWith('Asynchronous')).length;
  const messages = Array.isArray(content.messages) ? content.messages.length : 0;
  return { interactions: list.length - asynchronous, messages: messages + asynchronous };
}
