import { sql } from 'kysely';
import { type Db, isPostgres } from './database.ts';
import { first, prepared } from './prepared.ts';
import type { NewRow, Row } from './schema.ts';
import { writeAhead } from './transaction.ts';

export type Delivery = Row<'webhook_deliveries'>;

/** Each has some fifteen values, and no database takes more than some ten thousand in one statement. */
const MOST_ROWS = 1000;

export async function insertDeliveries(trx: Db, deliveries: NewRow<'webhook_deliveries'>[]): Promise<void> {
  for (let first = 0; first < deliveries.length; first += MOST_ROWS)
    await writeAhead(trx, trx.insertInto('webhook_deliveries').values(deliveries.slice(first, first + MOST_ROWS)));
}

interface Claim {
  /** Names who holds what this takes. */
  lease: string;
  now: string;
  /** When what is taken comes due again, should its holder not finish it. */
  until: string;
  limit: number;
}

/**
 * Takes deliveries that are due, the longest due first: no two callers ever take the same one while its lease lasts.
 * On PostgreSQL rows that another is just taking are passed over; SQLite has one writer at a time.
 */
export async function claimDeliveries(db: Db, { lease, now, until, limit }: Claim): Promise<Delivery[]> {
  const due = db
    .selectFrom('webhook_deliveries')
    .select('id')
    .where('next_attempt_at', '<=', now)
    .orderBy('next_attempt_at')
    .orderBy('id')
    .limit(limit);
  const claimed = await db
    // Materialized: a plan that asked the inner query again for each row would take more than the limit.
    .with(
      (name) => name('due').materialized(),
      () => (isPostgres(db) ? due.forUpdate().skipLocked() : due),
    )
    .updateTable('webhook_deliveries')
    .set({ lease, next_attempt_at: until })
    .where('id', 'in', (eb) => eb.selectFrom('due').select('due.id'))
    .returningAll()
    .execute();
  return claimed.sort((a, b) => a.id - b.id);
}

/**
 * Locks a delivery whose lease the caller holds until the transaction ends; undefined where it ran out and another took the delivery:
 * then theirs is what counts. `webhook_id` is null where the webhook has been deleted meanwhile.
 */
export function lockHeldDelivery(trx: Db, { id, lease }: Delivery): Promise<Delivery | undefined> {
  const query = trx.selectFrom('webhook_deliveries').selectAll().where('id', '=', id).where('lease', '=', lease);
  return (isPostgres(trx) ? query.forUpdate() : query).executeTakeFirst();
}

interface Finished {
  delivery: Delivery;
  status: Delivery['status'];
  nextAttemptAt: string | null;
  attempt: Omit<NewRow<'webhook_attempts'>, 'delivery_id'>;
}

/** Keeps what an attempt at a locked delivery came to. */
export async function finishAttempt(trx: Db, { delivery, status, nextAttemptAt, attempt }: Finished): Promise<void> {
  await trx
    .updateTable('webhook_deliveries')
    .set({ status, next_attempt_at: nextAttemptAt, attempts_made: attempt.number, lease: null })
    .where('id', '=', delivery.id)
    .execute();
  await trx
    .insertInto('webhook_attempts')
    .values({ ...attempt, delivery_id: delivery.id })
    .execute();
}

const nextDue = prepared<Record<string, never>, { at: string | null }>((db) =>
  db
    .selectFrom('webhook_deliveries')
    .select((eb) => eb.fn.min<string | null>('next_attempt_at').as('at'))
    .where('next_attempt_at', 'is not', null),
);

/** When the next delivery comes due; null when none waits. */
export const findNextDueTime = async (db: Db): Promise<string | null> => first(await nextDue(db, {}))?.at ?? null;

/**
 * Gives up what a webhook has not delivered yet, and says so at the end of each log, which promised another attempt. What is just being
 * sent is left to whoever sends it; it has to lock its delivery, too.
 */
export async function endDeliveriesOf(trx: Db, webhookId: number, conclusion: string): Promise<void> {
  const pending = trx.selectFrom('webhook_deliveries').where('webhook_id', '=', webhookId).where('next_attempt_at', 'is not', null);
  if (isPostgres(trx)) await pending.select('id').orderBy('id').forUpdate().execute();
  const waiting = pending.where('lease', 'is', null);
  await trx
    .updateTable('webhook_attempts')
    .set({ log: sql<string>`log || ${conclusion}` })
    .where(({ eb, refTuple }) =>
      eb(refTuple('delivery_id', 'number'), 'in', waiting.select(['id', 'attempts_made']).$asTuple('id', 'attempts_made')),
    )
    .execute();
  await trx
    .updateTable('webhook_deliveries')
    .set({ status: 'failure', next_attempt_at: null })
    .where('id', 'in', waiting.select('id'))
    .execute();
}

export async function findAttemptLogs(db: Db, deliveryId: number): Promise<string[]> {
  const rows = await db.selectFrom('webhook_attempts').select('log').where('delivery_id', '=', deliveryId).orderBy('number').execute();
  return rows.map(({ log }) => log);
}
