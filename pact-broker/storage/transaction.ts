import type { CompiledQuery } from 'kysely';
import type { Db } from './database.ts';
import { sentAhead } from './dialects/sent-ahead.ts';

// What another transaction did at the same moment undid this one on PostgreSQL: a serialization failure, a deadlock, a row that
// this one referred to was deleted (23503), a row that this one inserts was inserted (23505). Run again, it sees that and decides anew.
const RETRIED = new Set(['40001', '40P01', '23503', '23505']);
const ATTEMPTS = 5;

class RowVanished extends Error {}

/** A row that was there a moment ago, in the same transaction. Where another transaction has deleted it since, the work is run again. */
export function stillThere<T>(row: T | undefined): T {
  if (row === undefined) throw new RowVanished('a row was deleted while it was in use');
  return row;
}

/** Runs `work` in one transaction: all of it is written, durably, when the promise resolves; nothing of it when it rejects. */
export async function inTransaction<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt >= ATTEMPTS || !worthRetrying(error)) throw error;
    }
  }
}

const worthRetrying = (error: unknown): boolean => error instanceof RowVanished || RETRIED.has((error as { code?: string }).code ?? '');

/**
 * Runs a write of a transaction whose outcome nothing depends on. On PostgreSQL nobody waits for its answer, which saves a round trip:
 * should it fail, the transaction's next statement or its commit fails for that reason, and nothing is written.
 */
export async function writeAhead(trx: Db, write: { compile: () => CompiledQuery }): Promise<void> {
  await trx.executeQuery(sentAhead(write.compile()));
}
