import type { Db } from './database.ts';
import type { Row } from './schema.ts';

export type CleanUpRecord = Row<'clean_up'>;

export const findCleanUp = (db: Db): Promise<CleanUpRecord> => db.selectFrom('clean_up').selectAll().executeTakeFirstOrThrow();

interface Lease {
  /** Names who holds it. */
  lease: string;
  now: string;
  /** When it is anybody's again, should its holder not give it back. */
  until: string;
}

/** Takes the right to clean up, or renews it for its holder; says whether nobody else has it. With `endedBefore`, only where the last time is so long ago. */
export async function takeCleanUpLease(db: Db, { lease, now, until }: Lease, endedBefore?: string): Promise<boolean> {
  let query = db
    .updateTable('clean_up')
    .set({ lease, leased_until: until })
    .where((eb) => eb.or([eb('lease', 'is', null), eb('lease', '=', lease), eb('leased_until', '<=', now)]));
  if (endedBefore !== undefined) query = query.where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '<=', endedBefore)]));
  return (await query.executeTakeFirst()).numUpdatedRows > 0n;
}

/** Gives the right back, with what came of a scheduled clean-up, unless another has taken it meanwhile. */
export async function giveBackCleanUpLease(
  db: Db,
  lease: string,
  record: Partial<Pick<CleanUpRecord, 'started_at' | 'ended_at' | 'deleted' | 'stopped'>> = {},
): Promise<void> {
  await db
    .updateTable('clean_up')
    .set({ lease: null, leased_until: null, ...record })
    .where('lease', '=', lease)
    .execute();
}
