import { providerStatesIn } from '../../domain/pacts/provider-states.ts';
import type { Db } from '../../storage/database.ts';
import { findEnvironmentByName } from '../../storage/environments.ts';
import { findContents, MAIN_BRANCH, type PactFilter } from '../../storage/pact-lists.ts';
import { requireEnvironment } from '../environments/require-environment.ts';
import { requirePacticipant } from '../pacticipants/require-pacticipant.ts';
import { eachContent } from './each-content.ts';

export interface ProviderState {
  name: string;
  /** Who needs it. */
  consumers: string[];
}

/**
 * Which pacts are looked at: those at the head of each consumer's main branch or of a branch of this name, or those of what is in an
 * environment, which is given by its uuid, or by its name as the official client does.
 */
export type StatesOf = { branch?: string; environment?: string };

/** The states that a provider is to be put into for its consumers, by name. Throws PacticipantNotFound, NotFound. */
export async function readProviderStates(db: Db, provider: string, { branch, environment }: StatesOf): Promise<ProviderState[]> {
  const { id: providerId } = await requirePacticipant(db, provider);
  const filter: PactFilter =
    environment === undefined
      ? { providerId, latest: true, branch: branch ?? MAIN_BRANCH }
      : { providerId, environmentId: (await findNamed(db, environment)).id };
  const consumers = new Map<string, Set<string>>();
  for await (const { pact, content } of eachContent(db, await findContents(db, filter))) {
    for (const state of providerStatesIn(content)) consumers.set(state, (consumers.get(state) ?? new Set()).add(pact.consumer));
  }
  return [...consumers].map(([name, named]) => ({ name, consumers: [...named] })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

const findNamed = async (db: Db, environment: string) =>
  (await findEnvironmentByName(db, environment)) ?? requireEnvironment(db, environment);
