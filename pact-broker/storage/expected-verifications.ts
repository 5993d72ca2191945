import { sql } from 'kysely';
import type { Db } from './database.ts';
import { onPage, type Page } from './paging.ts';
import { hasNoResult, versionsInUse } from './required-verifications.ts';

/** A result that was asked for by webhook and has not come. */
export interface ExpectedVerification {
  consumer: string;
  provider: string;
  sha: string;
  provider_version: string;
  /** Whose pact it was first asked for. */
  consumer_version: string;
  pact_version_id: number;
  required_version_id: number;
  /** Of the first delivery that asked for it, which also names it. */
  uuid: string;
  since: string;
  dispatches: number;
  last_delivery_id: number;
}

/** What was asked of versions that are still in use: a version that was replaced since need not answer any more. */
function asked(db: Db) {
  return db
    .selectFrom('webhook_deliveries as d')
    .select(['d.pact_version_id', 'd.required_version_id'])
    .select((eb) => [
      eb.fn.min<number>('d.id').as('first_delivery_id'),
      eb.fn.max<number>('d.id').as('last_delivery_id'),
      eb.fn.countAll<number>().as('dispatches'),
    ])
    .where('d.required_version_id', 'in', db.selectFrom(versionsInUse(db).as('u')).select('u.version_id'))
    .where(hasNoResult(sql.ref('d.pact_version_id'), 'd.required_version_id'))
    .groupBy(['d.pact_version_id', 'd.required_version_id']);
}

const expected = (db: Db) =>
  db
    .selectFrom(asked(db).as('a'))
    .innerJoin('webhook_deliveries as f', 'f.id', 'a.first_delivery_id')
    .innerJoin('pact_versions as pv', 'pv.id', 'a.pact_version_id')
    .innerJoin('pacticipants as c', 'c.id', 'pv.consumer_id')
    .innerJoin('pacticipants as p', 'p.id', 'pv.provider_id')
    .innerJoin('versions as cv', 'cv.id', 'f.consumer_version_id')
    .innerJoin('versions as v', 'v.id', 'a.required_version_id');

export interface ExpectedFilter {
  consumer?: string | undefined;
  provider?: string | undefined;
  uuid?: string | undefined;
}

function filtered(db: Db, { consumer, provider, uuid }: ExpectedFilter) {
  let query = expected(db);
  if (consumer !== undefined) query = query.where('c.name', '=', consumer);
  if (provider !== undefined) query = query.where('p.name', '=', provider);
  if (uuid !== undefined) query = query.where('f.uuid', '=', uuid);
  return query;
}

/** The one that has been waited for the longest first. */
export const findExpectedVerifications = (db: Db, filter: ExpectedFilter, page?: Page): Promise<ExpectedVerification[]> =>
  onPage(
    filtered(db, filter)
      .select(['c.name as consumer', 'p.name as provider', 'pv.sha', 'v.number as provider_version', 'cv.number as consumer_version'])
      .select(['a.pact_version_id', 'f.uuid', 'f.created_at as since', 'a.dispatches', 'a.last_delivery_id'])
      .select((eb) => eb.ref('a.required_version_id').$notNull().as('required_version_id'))
      .orderBy('f.id'),
    page,
  ).execute();

export async function countExpectedVerifications(db: Db, filter: ExpectedFilter): Promise<number> {
  const { total } = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

/** The last delivery of each webhook that asked a provider version for a result on a content. */
export function findLastDispatches(db: Db, pactVersionId: number, requiredVersionId: number) {
  return db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('webhook_deliveries')
        .select((e) => e.fn.max<number>('id').as('id'))
        .where('pact_version_id', '=', pactVersionId)
        .where('required_version_id', '=', requiredVersionId)
        .where('webhook_id', 'is not', null)
        .groupBy('webhook_id'),
    )
    .orderBy('id')
    .execute();
}

export const findDeliveriesById = (db: Db, ids: number[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('webhook_deliveries as d')
        .leftJoin('webhooks as w', 'w.id', 'd.webhook_id')
        .selectAll('d')
        .select('w.uuid as webhook_uuid')
        .where('d.id', 'in', ids)
        .execute();
