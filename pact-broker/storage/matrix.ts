import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { MatrixRow } from '../domain/matrix/matrix-row.ts';
import type { Db } from './database.ts';
import { namesOf } from './matrix-names.ts';
import { type Parameters, prepared } from './prepared.ts';

/**
 * Which versions of a side count. `versions`: those listed. `any`: all. `mixed`: those listed, and all of the pacticipants
 * whose versions are not restricted.
 */
export type Restriction = 'versions' | 'any' | 'mixed';

/** What a matrix question without a target looks like, apart from its values. Each shape is compiled once. */
export interface MatrixShape {
  /** `pair`: one consumer with one provider. `between`: among those asked about. `around`: they and all they are integrated with. */
  scope: 'pair' | 'between' | 'around';
  asked: Restriction;
  /** Whether only the last result of each content with each provider version counts. */
  latestResults: boolean;
}

export interface MatrixValues {
  /** Pacticipants asked about. */
  askedIds: number[];
  /** Those of them all of whose versions count. */
  unrestrictedIds: number[];
  /** Versions that count, of the others. */
  versionIds: number[];
  consumerId: number;
  providerId: number;
  limit: number;
}

const byShape = new Map<string, (db: Db, values: MatrixValues) => Promise<MatrixRow[]>>();

/** The rows of a matrix, those with the newest action first: that of their publication or of their result. */
export function findMatrixRows(db: Db, shape: MatrixShape, values: MatrixValues): Promise<MatrixRow[]> {
  const key = Object.values(shape).join(' ');
  let query = byShape.get(key);
  if (!query) {
    query = prepared<MatrixValues, MatrixRow>((store, p) => rowsQuery(store, shape, p));
    byShape.set(key, query);
  }
  return query(db, values);
}

/** The rows with what is shown of them. Names are looked up for those that stay below the limit only. */
function rowsQuery(db: Db, shape: MatrixShape, p: Parameters<MatrixValues>) {
  const newest = sql<FoundRow>`(select * from (${found(shape, p)}) as found
    order by case when verified_at > published_at then verified_at else published_at end desc, coalesce(verification_id, 0) desc, publication_id desc
    limit ${p.value('limit')})`;
  return db
    .selectFrom(newest.as('row'))
    .select([
      'row.consumer_id',
      'row.consumer_version_id',
      'row.provider_id',
      'row.provider_version_id',
      'row.publication_id',
      'row.revision',
    ])
    .select([
      'row.published_at',
      'row.verification_id',
      'row.success',
      'row.verified_at',
      sql<number>`coalesce(row.untested, 0)`.as('untested'),
    ])
    .select(namesOf('row', 'provider_version_id'));
}

interface FoundRow extends Omit<MatrixRow, 'consumer' | 'consumer_version' | 'provider' | 'provider_version' | 'sha'> {
  pact_version_id: number;
}

function found(shape: MatrixShape, p: Parameters<MatrixValues>): RawBuilder<unknown> {
  if (shape.scope === 'pair') return shape.asked === 'any' ? recent(shape, p) : ofConsumers(shape, p);
  return shape.scope === 'around' ? sql`${ofConsumers(shape, p)} union ${ofProviders(shape, p)}` : ofConsumers(shape, p);
}

const columns = (latestResults: boolean) =>
  sql.raw(`pp.consumer_id, pp.consumer_version_id, pp.provider_id, pp.pact_version_id, pp.id as publication_id, pp.revision,
    pp.created_at as published_at, v.provider_version_id, v.success, v.untested, v.created_at as verified_at,
    v.${latestResults ? 'verification_id' : 'id'} as verification_id`);

const tableOf = (latestResults: boolean) => sql.table(latestResults ? 'latest_verifications' : 'verifications');

const isPair = (table: string, p: Parameters<MatrixValues>) =>
  sql`${sql.ref(`${table}.consumer_id`)} = ${p.value('consumerId')} and ${sql.ref(`${table}.provider_id`)} = ${p.value('providerId')}`;

/**
 * Enough of one integration's rows to hold the newest, up to the limit, without reading all: a row is as new as its publication or its
 * result, so that it is among those with the newest publications or among those with the newest results.
 */
function recent({ latestResults }: MatrixShape, p: Parameters<MatrixValues>): RawBuilder<unknown> {
  const results = tableOf(latestResults);
  // The ids of results are in the order of time; where only the latest count, one has replaced another.
  const newestResults = sql.raw(latestResults ? 'v.created_at desc, v.verification_id desc' : 'v.id desc');
  const id = sql.ref(latestResults ? 'v.verification_id' : 'v.id');
  return sql`select * from (
      select ${columns(latestResults)} from (
        select * from pact_publications as n where ${isPair('n', p)} order by n.created_at desc limit ${p.value('limit')}) as pp
      left join ${results} as v on v.pact_version_id = pp.pact_version_id
      order by pp.created_at desc, ${id} desc, pp.id desc limit ${p.value('limit')}) as published
    union
    select * from (
      select ${columns(latestResults)} from ${results} as v join pact_publications as pp on pp.pact_version_id = v.pact_version_id
      where ${isPair('v', p)} order by ${newestResults}, pp.id desc limit ${p.value('limit')}) as verified`;
}

/** The rows in which those asked about are the consumers, verified or not. */
function ofConsumers({ scope, asked, latestResults }: MatrixShape, p: Parameters<MatrixValues>): RawBuilder<unknown> {
  const providers = scope === 'around' ? 'any' : asked;
  const among = {
    pair: isPair('pp', p),
    between: sql`${p.in(sql.ref('pp.consumer_id'), 'askedIds')} and ${p.in(sql.ref('pp.provider_id'), 'askedIds')}`,
    around: p.in(sql.ref('pp.consumer_id'), 'askedIds'),
  }[scope];
  return sql`select ${columns(latestResults)} from pact_publications as pp left join ${tableOf(latestResults)} as v
      on v.pact_version_id = pp.pact_version_id and ${restrict(p, providers, { version: 'v.provider_version_id', pacticipant: 'v.provider_id' })}
    where ${among} and ${restrict(p, asked, { version: 'pp.consumer_version_id', pacticipant: 'pp.consumer_id' })}`;
}

/** The rows in which those asked about are the providers, and have verified something. */
const ofProviders = ({ asked, latestResults }: MatrixShape, p: Parameters<MatrixValues>): RawBuilder<unknown> =>
  sql`select ${columns(latestResults)} from ${tableOf(latestResults)} as v join pact_publications as pp on pp.pact_version_id = v.pact_version_id
    where ${p.in(sql.ref('v.provider_id'), 'askedIds')} and ${restrict(p, asked, { version: 'v.provider_version_id', pacticipant: 'v.provider_id' })}`;

function restrict(
  p: Parameters<MatrixValues>,
  restriction: Restriction,
  { version, pacticipant }: { version: string; pacticipant: string },
): Expression<SqlBool> {
  const listed = p.in(sql.ref(version), 'versionIds');
  if (restriction === 'versions') return listed;
  return restriction === 'any' ? sql<SqlBool>`1 = 1` : sql<SqlBool>`(${listed} or ${p.in(sql.ref(pacticipant), 'unrestrictedIds')})`;
}
