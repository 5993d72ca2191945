import type { Db } from '../../storage/database.ts';
import { countPacts, findPacts, type ListedPact, type PactFilter, type PactOrder } from '../../storage/pact-lists.ts';
import type { Page } from '../../storage/paging.ts';
import { requirePacticipant } from '../pacticipants/require-pacticipant.ts';

export interface PactList {
  pacts: ListedPact[];
  /** How many there are on all pages. */
  total: number;
}

type Marks = Omit<PactFilter, 'providerId' | 'consumerId'>;

/** The pacts of a provider with all its consumers, oldest first. Throws PacticipantNotFound. */
export async function readPactsOfProvider(db: Db, provider: string, marks: Marks, page?: Page): Promise<PactList> {
  const { id: providerId } = await requirePacticipant(db, provider);
  return readList(db, { ...marks, providerId }, 'oldest-first', page);
}

/** The pacts of one consumer with one provider. Throws PacticipantNotFound. */
export async function readPactsBetween(
  db: Db,
  { consumer, provider, marks, order }: { consumer: string; provider: string; marks: Marks; order: PactOrder },
  page?: Page,
): Promise<PactList> {
  const { id: consumerId } = await requirePacticipant(db, consumer);
  const { id: providerId } = await requirePacticipant(db, provider);
  return readList(db, { ...marks, consumerId, providerId }, order, page);
}

/** The newest pact of every integration. */
export const readLatestPacts = (db: Db, page?: Page): Promise<PactList> => readList(db, { latest: true }, 'newest-first', page);

async function readList(db: Db, filter: PactFilter, order: PactOrder, page?: Page): Promise<PactList> {
  const pacts = await findPacts(db, filter, order, page);
  return { pacts, total: page ? await countPacts(db, filter) : pacts.length };
}
