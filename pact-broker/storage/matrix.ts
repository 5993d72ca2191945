import { type Expression, type SqlBool, sql } from 'kysely';
import type { LatestBy } from '../domain/matrix/matrix-query.ts';
import type { MatrixRow } from '../domain/matrix/matrix-row.ts';
import type { Db } from './database.ts';
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
  latestBy: LatestBy | undefined;
  bySuccess: boolean;
}

export interface MatrixValues {
  /** Pacticipants asked about. */
  askedIds: number[];
  /** Those of them all of whose versions count. */
  unrestrictedIds: number[];
  /** Versions that count, of the others. */
  versionIds: number[];
  /** Results wanted; 2 stands for none. */
  successes: number[];
  consumerId: number;
  providerId: number;
  limit: number;
}

const byShape = new Map<string, (db: Db, values: MatrixValues) => Promise<MatrixRow[]>>();

/** The rows of a matrix: consumers by name, newest consumer version first, providers by name, newest provider version first. */
export function findMatrixRows(db: Db, shape: MatrixShape, values: MatrixValues): Promise<MatrixRow[]> {
  const key = Object.values(shape).join(' ');
  let query = byShape.get(key);
  if (!query) {
    query = prepared<MatrixValues, MatrixRow>((store, p) => rowsQuery(store, shape, p));
    byShape.set(key, query);
  }
  return query(db, values);
}

function rowsQuery(db: Db, shape: MatrixShape, p: Parameters<MatrixValues>) {
  const rows =
    shape.scope === 'around' ? side(db, shape, p, 'consumer').unionAll(side(db, shape, p, 'provider')) : side(db, shape, p, 'consumer');
  const names = shape.scope === 'pair' ? [] : (['consumer', 'provider'] as const);
  let ordered = db.selectFrom(rows.as('rows')).selectAll();
  if (names.length > 0) ordered = ordered.orderBy('consumer');
  ordered = ordered.orderBy('consumer_version_id', 'desc');
  if (names.length > 0) ordered = ordered.orderBy('provider');
  return ordered.orderBy('provider_version_id', 'desc').orderBy('verification_id', 'desc').limit(p.value('limit'));
}

/** The rows in which those asked about are the consumers, or the providers of consumers that were not asked about. */
function side(db: Db, shape: MatrixShape, p: Parameters<MatrixValues>, asked: 'consumer' | 'provider') {
  const others = shape.scope === 'around' ? 'any' : shape.asked;
  const [consumers, providers] = asked === 'consumer' ? [shape.asked, others] : [others, shape.asked];
  const results = shape.latestBy === undefined ? 'verifications' : 'latest_verifications';
  let query = db
    .selectFrom('pact_publications as pp')
    .innerJoin('pacticipants as c', 'c.id', 'pp.consumer_id')
    .innerJoin('versions as cv', 'cv.id', 'pp.consumer_version_id')
    .innerJoin('pacticipants as p', 'p.id', 'pp.provider_id')
    .innerJoin('pact_versions as pv', 'pv.id', 'pp.pact_version_id')
    .leftJoin(`${results as 'latest_verifications'} as v`, (join) =>
      join
        .onRef('v.pact_version_id', '=', 'pp.pact_version_id')
        .on(restrict(p, providers, 'v.provider_version_id', 'v.provider_id'))
        .on(newestProviderVersion(p, shape, providers)),
    )
    .leftJoin('versions as n', 'n.id', 'v.provider_version_id')
    .select(['pp.consumer_id', 'c.name as consumer', 'pp.consumer_version_id', 'cv.number as consumer_version'])
    .select(['pp.provider_id', 'p.name as provider', 'v.provider_version_id', 'n.number as provider_version'])
    .select(['pv.sha', 'pp.created_at as published_at', 'pp.revision', 'v.success', 'v.created_at as verified_at'])
    .select(sql.ref<number | null>(shape.latestBy === undefined ? 'v.id' : 'v.verification_id').as('verification_id'))
    .where(restrict(p, consumers, 'pp.consumer_version_id', 'pp.consumer_id'))
    .where(newestConsumerVersion(p, shape, consumers));
  if (shape.bySuccess) query = query.where(p.in(sql`coalesce(v.success, 2)`, 'successes'));
  if (shape.scope === 'pair')
    return query.where('pp.consumer_id', '=', p.value('consumerId')).where('pp.provider_id', '=', p.value('providerId'));
  query = query.where(p.in(sql.ref(`pp.${asked}_id`), 'askedIds'));
  if (shape.scope === 'between') return query.where(p.in(sql.ref('pp.provider_id'), 'askedIds'));
  return asked === 'consumer' ? query : query.where(sql<SqlBool>`not ${p.in(sql.ref('pp.consumer_id'), 'askedIds')}`);
}

function restrict(p: Parameters<MatrixValues>, restriction: Restriction, version: string, pacticipant: string): Expression<SqlBool> {
  const listed = p.in(sql.ref(version), 'versionIds');
  if (restriction === 'versions') return listed;
  return restriction === 'any' ? sql<SqlBool>`1 = 1` : sql<SqlBool>`(${listed} or ${p.in(sql.ref(pacticipant), 'unrestrictedIds')})`;
}

function newestProviderVersion(p: Parameters<MatrixValues>, { latestBy }: MatrixShape, providers: Restriction): Expression<SqlBool> {
  if (latestBy !== 'cvp' && latestBy !== 'cp') return sql<SqlBool>`1 = 1`;
  return sql<SqlBool>`v.provider_version_id = (select max(x.provider_version_id) from latest_verifications as x
    where x.pact_version_id = pp.pact_version_id and ${restrict(p, providers, 'x.provider_version_id', 'x.provider_id')})`;
}

function newestConsumerVersion(p: Parameters<MatrixValues>, { latestBy }: MatrixShape, consumers: Restriction): Expression<SqlBool> {
  if (latestBy !== 'cp') return sql<SqlBool>`1 = 1`;
  return sql<SqlBool>`pp.consumer_version_id = (select max(y.consumer_version_id) from pact_publications as y
    where y.consumer_id = pp.consumer_id and y.provider_id = pp.provider_id and ${restrict(p, consumers, 'y.consumer_version_id', 'y.consumer_id')})`;
}
