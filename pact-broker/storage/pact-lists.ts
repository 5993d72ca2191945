import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from './database.ts';
import { onPage, type Page } from './paging.ts';

/** A publication as it stands in lists. */
export interface ListedPact {
  consumer: string;
  provider: string;
  consumer_version: string;
  created_at: string;
}

/** The consumers' main branches, where a branch is asked for and none is named. */
export const MAIN_BRANCH = Symbol('main branch');

/** Which publications are meant: of a provider, or of one consumer with it; by tag or branch; all of them or the newest of each consumer. */
export interface PactFilter {
  providerId?: number;
  consumerId?: number;
  tag?: string;
  branch?: string | typeof MAIN_BRANCH;
  latest?: boolean;
  /** Deployed to an environment, or released there and supported, now. */
  environmentId?: number;
}

export type PactOrder = 'oldest-first' | 'newest-first';

/** By consumer, provider, and the order of the consumer versions. */
export function findPacts(db: Db, filter: PactFilter, order: PactOrder, page?: Page): Promise<ListedPact[]> {
  const query = publications(db, filter)
    .select(['c.name as consumer', 'p.name as provider', 'cv.number as consumer_version', 'pp.created_at'])
    .orderBy(sql`lower(c.name)`)
    .orderBy('c.name')
    .orderBy(sql`lower(p.name)`)
    .orderBy('p.name')
    .orderBy('pp.consumer_version_id', order === 'oldest-first' ? 'asc' : 'desc');
  return onPage(query, page).execute();
}

export async function countPacts(db: Db, filter: PactFilter): Promise<number> {
  const query = publications(db, filter).select((eb) => eb.fn.countAll<number>().as('total'));
  return (await query.executeTakeFirstOrThrow()).total;
}

function publications(db: Db, filter: PactFilter) {
  let query = db
    .selectFrom('pact_publications as pp')
    .innerJoin('versions as cv', 'cv.id', 'pp.consumer_version_id')
    .innerJoin('pacticipants as c', 'c.id', 'pp.consumer_id')
    .innerJoin('pacticipants as p', 'p.id', 'pp.provider_id')
    .where(filter.latest ? isHead(filter) : isMarked(filter));
  if (filter.providerId !== undefined) query = query.where('pp.provider_id', '=', filter.providerId);
  if (filter.consumerId !== undefined) query = query.where('pp.consumer_id', '=', filter.consumerId);
  return query;
}

/** The contents of publications with the names of their consumers, in the order in which these were created. */
export function findContents(db: Db, filter: PactFilter): Promise<{ consumer: string; pact_version_id: number }[]> {
  const query = publications(db, filter).select(['c.name as consumer', 'pp.pact_version_id', 'pp.consumer_id']).distinct();
  return query.orderBy('pp.consumer_id').orderBy('pp.pact_version_id').execute();
}

/** One of all with the tag, on the branch or in the environment. */
function isMarked({ tag, branch, environmentId }: PactFilter): RawBuilder<SqlBool> {
  if (environmentId !== undefined)
    return sql`pp.consumer_version_id in (
      select version_id from environment_versions where environment_id = ${environmentId} and ended_at is null)`;
  if (tag !== undefined) return sql`exists (select 1 from tags as t where t.version_id = pp.consumer_version_id and t.name = ${tag})`;
  if (branch !== undefined)
    return sql`exists (select 1 from branch_versions as bv join branches as b on b.id = bv.branch_id
      where bv.version_id = pp.consumer_version_id and ${isBranch(branch)})`;
  return sql`1 = 1`;
}

/** The newest of its consumer: found from what is kept, without a look at the history. */
function isHead({ tag, branch, ...of }: PactFilter): RawBuilder<SqlBool> {
  const kept = (heads: RawBuilder<unknown>) => sql<SqlBool>`pp.id in (select x.id from ${heads}
    join pact_publications as x on x.consumer_version_id = h.consumer_version_id and x.provider_id = h.provider_id and ${isOf('h', of)})`;
  if (tag !== undefined) return kept(sql`(select * from tag_head_pacts where tag = ${tag}) as h`);
  if (branch !== undefined)
    return kept(sql`(select k.* from branch_head_pacts as k join branches as b on b.id = k.branch_id where ${isBranch(branch)}) as h`);
  return sql`pp.id in (select (select x.id from pact_publications as x
    where x.consumer_id = i.consumer_id and x.provider_id = i.provider_id order by x.consumer_version_id desc limit 1)
    from integrations as i where ${isOf('i', of)})`;
}

function isOf(table: 'h' | 'i', { providerId, consumerId }: PactFilter): RawBuilder<SqlBool> {
  const consumer = consumerId === undefined ? sql`1 = 1` : sql`${sql.ref(`${table}.consumer_id`)} = ${consumerId}`;
  const provider = providerId === undefined ? sql`1 = 1` : sql`${sql.ref(`${table}.provider_id`)} = ${providerId}`;
  return sql`${consumer} and ${provider}`;
}

const isBranch = (branch: string | typeof MAIN_BRANCH): RawBuilder<SqlBool> =>
  branch === MAIN_BRANCH
    ? sql`b.name = (select m.main_branch from pacticipants as m where m.id = b.pacticipant_id)`
    : sql`b.name = ${branch}`;
