import { providerStatesIn } from '../../domain/pacts/provider-states.ts';
import type { Db } from '../../storage/database.ts';
import { findEnvironmentByName } from '../../storage/environments.ts';
import { findContents, type PactFilter } from '../../storage/pact-lists.ts';
import { requireEnvironment } from '../environments/require-environment.ts';
import { requirePacticipant } from '../pacticipants/require-pacticipant.ts';
import { eachContent } from './each-content.ts';

export interface ProviderState {
  name: string;
  /** Who needs it. */
  consumers: string[];
}

/**
 * Which pacts are looked at: the newest of each consumer, those at the head of a branch, or those of what is in an environment, which
 * is given by its uuid, or by its name as the official client does.
 */
export type StatesOf = { branch?: string; environment?: string };

/** The states that a provider is to be put into for its consumers, by name. Throws PacticipantNotFound, NotFound. */
export async function readProviderStates(db: Db, provider: string, { branch, environment }: StatesOf): Promise<ProviderState[]> {
  const { id: providerId } = await requirePacticipant(db, provider);
  const filter: PactFilter = { providerId };
  if (environment !== undefined)
    filter.environmentId = ((await findEnvironmentByName(db, environment)) ?? (await requireEnvironment(db, environment))).id;
  else filter.latest = true;
  if (branch !== undefined) filter.branch = branch;
  const consumers = new Map<string, Set<string>>();
  for await (const { pact, content } of eachContent(db, await findContents(db, filter))) {
    for (const state of providerStatesIn(content)) consumers.set(state, (consumers.get(state) ?? new Set()).add(pact.consumer));
  }
  return [...consumers].map(([name, named]) => ({ name, consumers: [...named] })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
