import { sql } from 'kysely';
import { type Db, isPostgres } from './database.ts';
import { prepared } from './prepared.ts';
import type { NewRow, Row } from './schema.ts';

/** With the names of its pacticipants and its events. */
export interface Webhook extends Row<'webhooks'> {
  consumer: string | null;
  provider: string | null;
  events: string[];
}

const webhooks = (db: Db) =>
  db
    .selectFrom('webhooks as w')
    .leftJoin('pacticipants as c', 'c.id', 'w.consumer_id')
    .leftJoin('pacticipants as p', 'p.id', 'w.provider_id')
    .selectAll('w')
    .select(['c.name as consumer', 'p.name as provider'])
    .orderBy('w.id');

/** Which webhooks: all, or those for exactly this consumer and provider; null for those that are for any. */
export interface WebhookFilter {
  consumerId?: number | null;
  providerId?: number | null;
}

/** In the order of their creation. */
export async function findWebhooks(db: Db, filter: WebhookFilter = {}): Promise<Webhook[]> {
  let query = webhooks(db);
  const { consumerId, providerId } = filter;
  if (consumerId !== undefined) query = query.where('w.consumer_id', consumerId === null ? 'is' : '=', consumerId);
  if (providerId !== undefined) query = query.where('w.provider_id', providerId === null ? 'is' : '=', providerId);
  if (consumerId === null) query = query.where('w.consumer_label', 'is', null);
  if (providerId === null) query = query.where('w.provider_label', 'is', null);
  return withEvents(db, await query.execute());
}

export async function findWebhook(db: Db, uuid: string): Promise<Webhook | undefined> {
  const [webhook] = await withEvents(db, await webhooks(db).where('w.uuid', '=', uuid).execute());
  return webhook;
}

/** Finds a webhook and locks it until the transaction ends, so that what is made of it is written over nothing newer. */
export async function lockWebhook(trx: Db, uuid: string): Promise<Webhook | undefined> {
  if (isPostgres(trx)) await trx.selectFrom('webhooks').select('id').where('uuid', '=', uuid).forUpdate().execute();
  return findWebhook(trx, uuid);
}

export async function findWebhookById(db: Db, id: number): Promise<Webhook | undefined> {
  const [webhook] = await withEvents(db, await webhooks(db).where('w.id', '=', id).execute());
  return webhook;
}

async function withEvents(db: Db, rows: Omit<Webhook, 'events'>[]): Promise<Webhook[]> {
  if (rows.length === 0) return [];
  const events = await eventsOf(db, { ids: rows.map(({ id }) => id) });
  const byWebhook = Map.groupBy(events, ({ webhook_id }) => webhook_id);
  return rows.map((row) => ({ ...row, events: (byWebhook.get(row.id) ?? []).map(({ name }) => name) }));
}

const eventsOf = prepared<{ ids: number[] }, { webhook_id: number; name: string }>((db, p) =>
  db
    .selectFrom('webhook_events')
    .select(['webhook_id', 'name'])
    .where(p.in(sql.ref('webhook_id'), 'ids'))
    .orderBy('webhook_id')
    .orderBy('position'),
);

/** Creates a webhook, or replaces the one of that uuid. Says whether it was created. */
export async function putWebhook(trx: Db, webhook: NewRow<'webhooks'>, events: string[], now: string): Promise<boolean> {
  const { uuid: _uuid, created_at: _createdAt, ...changes } = webhook;
  const { id, updated_at } = await trx
    .insertInto('webhooks')
    .values(webhook)
    .onConflict((c) => c.column('uuid').doUpdateSet({ ...changes, updated_at: now }))
    .returning(['id', 'updated_at'])
    .executeTakeFirstOrThrow();
  await trx.deleteFrom('webhook_events').where('webhook_id', '=', id).execute();
  await trx
    .insertInto('webhook_events')
    .values(events.map((name, position) => ({ webhook_id: id, name, position })))
    .execute();
  return updated_at === null;
}

export async function deleteWebhook(trx: Db, id: number): Promise<void> {
  await trx.deleteFrom('webhooks').where('id', '=', id).execute();
}
