import { isPlainObject } from '../pacts/faithful-json.ts';
import type { PactContent } from '../pacts/pact-content.ts';
import type { InteractionResult } from './test-results.ts';

/**
 * The interactions of a stored pact of which a verifier told no result, by their descriptions: a filter on states or descriptions leaves
 * some out, and the whole is reported as a success. None where the results name no interaction of the pact at all, as of old verifiers.
 */
export function untestedInteractions(content: PactContent, results: InteractionResult[]): string[] {
  const tested = new Set(results.map(({ id }) => id));
  const interactions = [content.interactions, content.messages].flatMap((list) => (Array.isArray(list) ? list.filter(isPlainObject) : []));
  const untested = interactions.filter(({ _id }) => !tested.has(_id as string));
  return untested.length === interactions.length ? [] : untested.map(describe);
}

const describe = ({ description }: Record<string, unknown>): string =>
  typeof description === 'string' && description !== '' ? description : 'an interaction without a description';
