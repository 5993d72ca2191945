import { type Expression, type SqlBool, sql } from 'kysely';
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

function rowsQuery(db: Db, shape: MatrixShape, p: Parameters<MatrixValues>) {
  const rows =
    shape.scope === 'around' ? side(db, shape, p, 'consumer').union(side(db, shape, p, 'provider')) : side(db, shape, p, 'consumer');
  return db
    .selectFrom(rows.as('rows'))
    .selectAll()
    .orderBy(sql`case when verified_at > published_at then verified_at else published_at end`, 'desc')
    .orderBy('publication_id', 'desc')
    .orderBy(sql`coalesce(verification_id, 0)`, 'desc')
    .limit(p.value('limit'));
}

/** The rows in which those asked about are the consumers, verified or not; or the providers, where they have verified something. */
function side(db: Db, shape: MatrixShape, p: Parameters<MatrixValues>, asked: 'consumer' | 'provider') {
  const results = (shape.latestResults ? 'latest_verifications' : 'verifications') as 'latest_verifications';
  const providers = shape.scope === 'around' && asked === 'consumer' ? 'any' : shape.asked;
  const query = db
    .selectFrom('pact_publications as pp')
    .innerJoin('pacticipants as c', 'c.id', 'pp.consumer_id')
    .innerJoin('versions as cv', 'cv.id', 'pp.consumer_version_id')
    .innerJoin('pacticipants as p', 'p.id', 'pp.provider_id')
    .innerJoin('pact_versions as pv', 'pv.id', 'pp.pact_version_id')
    .leftJoin(`${results} as v`, (join) =>
      join
        .onRef('v.pact_version_id', '=', 'pp.pact_version_id')
        .on(restrict(p, providers, { version: 'v.provider_version_id', pacticipant: 'v.provider_id' })),
    )
    .leftJoin('versions as n', 'n.id', 'v.provider_version_id')
    .select(['pp.consumer_id', 'c.name as consumer', 'pp.consumer_version_id', 'cv.number as consumer_version'])
    .select(['pp.provider_id', 'p.name as provider', 'v.provider_version_id', 'n.number as provider_version'])
    .select([
      'pp.id as publication_id',
      'pv.sha',
      'pp.created_at as published_at',
      'pp.revision',
      'v.success',
      sql<number>`coalesce(v.untested, 0)`.as('untested'),
      'v.created_at as verified_at',
    ])
    .select(sql.ref<number | null>(shape.latestResults ? 'v.verification_id' : 'v.id').as('verification_id'));
  if (shape.scope === 'around' && asked === 'provider')
    return query.where(p.in(sql.ref('pp.provider_id'), 'askedIds')).where('v.provider_version_id', 'is not', null);
  const consumers = query.where(restrict(p, shape.asked, { version: 'pp.consumer_version_id', pacticipant: 'pp.consumer_id' }));
  if (shape.scope === 'pair')
    return consumers.where('pp.consumer_id', '=', p.value('consumerId')).where('pp.provider_id', '=', p.value('providerId'));
  const asConsumers = consumers.where(p.in(sql.ref('pp.consumer_id'), 'askedIds'));
  return shape.scope === 'around' ? asConsumers : asConsumers.where(p.in(sql.ref('pp.provider_id'), 'askedIds'));
}

function restrict(
  p: Parameters<MatrixValues>,
  restriction: Restriction,
  { version, pacticipant }: { version: string; pacticipant: string },
): Expression<SqlBool> {
  const listed = p.in(sql.ref(version), 'versionIds');
  if (restriction === 'versions') return listed;
  return restriction === 'any' ? sql<SqlBool>`1 = 1` : sql<SqlBool>`(${listed} or ${p.in(sql.ref(pacticipant), 'unrestrictedIds')})`;
}
