import { connectedTo, type NetworkNode, networkOf } from '../../domain/integrations/network.ts';
import type { Db } from '../../storage/database.ts';
import { countIntegrations, findIntegrations, findNetwork, type Integration } from '../../storage/integration-lists.ts';
import type { Page } from '../../storage/paging.ts';
import { requirePacticipant } from '../pacticipants/require-pacticipant.ts';

export interface IntegrationList {
  integrations: Integration[];
  total: number;
}

/** The integrations by name; `q` is part of a name on either side. */
export async function readIntegrations(db: Db, q: string | undefined, page?: Page): Promise<IntegrationList> {
  const integrations = await findIntegrations(db, q, page);
  return { integrations, total: page ? await countIntegrations(db, q) : integrations.length };
}

/** Everything that depends on a pacticipant or that it depends on, however far. Throws PacticipantNotFound. */
export async function readGroup(db: Db, pacticipant: string): Promise<NetworkNode[]> {
  const { id } = await requirePacticipant(db, pacticipant);
  return networkOf(connectedTo(id, await findNetwork(db)));
}

/** Who depends on whom, all of it. */
export const readRelationships = async (db: Db): Promise<NetworkNode[]> => networkOf(await findNetwork(db));
