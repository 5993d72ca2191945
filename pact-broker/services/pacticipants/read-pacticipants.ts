import { PacticipantNotFound } from '../../domain/errors.ts';
import type { Db } from '../../storage/database.ts';
import { type DeployedEnvironment, findCurrentDeploymentsOf } from '../../storage/deployments.ts';
import { findLabels } from '../../storage/labels.ts';
import {
  countPacticipants,
  findListedPacticipant,
  findPacticipants,
  type ListedPacticipant,
  type PacticipantFilter,
} from '../../storage/pacticipant-lists.ts';
import type { Page } from '../../storage/paging.ts';

export interface PacticipantDetails {
  pacticipant: ListedPacticipant;
  labels: string[];
  /** Where it is deployed now; read for a single pacticipant only. */
  deployments?: DeployedEnvironment[];
}

/** Throws PacticipantNotFound. */
export async function readPacticipant(db: Db, name: string): Promise<PacticipantDetails> {
  const pacticipant = await findListedPacticipant(db, name);
  if (!pacticipant) throw new PacticipantNotFound(name);
  const [details] = await withLabels(db, [pacticipant]);
  return { ...(details as PacticipantDetails), deployments: await findCurrentDeploymentsOf(db, pacticipant.id) };
}

/** A list, and how many there are in all where a page of it was asked for. */
export async function readPacticipants(
  db: Db,
  filter: PacticipantFilter,
  page?: Page,
): Promise<{ pacticipants: PacticipantDetails[]; total: number }> {
  const rows = await findPacticipants(db, filter, page);
  const total = page ? await countPacticipants(db, filter) : rows.length;
  return { pacticipants: await withLabels(db, rows), total };
}

async function withLabels(db: Db, pacticipants: ListedPacticipant[]): Promise<PacticipantDetails[]> {
  const labels = await findLabels(db, { pacticipantIds: pacticipants.map(({ id }) => id) });
  const byPacticipant = Map.groupBy(labels, ({ pacticipant_id }) => pacticipant_id);
  return pacticipants.map((pacticipant) => ({ pacticipant, labels: (byPacticipant.get(pacticipant.id) ?? []).map(({ name }) => name) }));
}
