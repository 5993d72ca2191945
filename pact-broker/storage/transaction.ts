import type { Db } from './database.ts';

// Serialization failure and deadlock: PostgreSQL undid the transaction and asks for it to be run again.
const RETRIED = new Set(['40001', '40P01']);
const ATTEMPTS = 5;

/** Runs `work` in one transaction: all of it is written, durably, when the promise resolves; nothing of it when it rejects. */
export async function inTransaction<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt >= ATTEMPTS || !RETRIED.has((error as { code?: string }).code ?? '')) throw error;
    }
  }
}
