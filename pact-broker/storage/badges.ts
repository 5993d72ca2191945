import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';
import { first, prepared } from './prepared.ts';
import type { Flag } from './schema.ts';

export interface LastResult {
  pact_version_id: number;
  success: Flag;
}

/** Which of an integration's pacts count: all, those whose consumer version has a tag, is on a branch, or has no tag. */
export type PactsMarked = { by: 'all' | 'untagged' } | { by: 'tag' | 'branch'; name: string };

interface Values {
  consumer: string;
  provider: string;
  name: string;
}

/** What a consumer version must be, as a condition on `pp`. */
const conditions: Record<PactsMarked['by'], (name: string) => RawBuilder<boolean>> = {
  all: () => sql`1 = 1`,
  untagged: () => sql`not exists (select 1 from tags as t where t.version_id = pp.consumer_version_id)`,
  tag: (name) => sql`exists (select 1 from tags as t where t.version_id = pp.consumer_version_id and t.name = ${name})`,
  branch: (name) => sql`exists (select 1 from branch_versions as bv join branches as b on b.id = bv.branch_id
    where bv.version_id = pp.consumer_version_id and b.name = ${name})`,
};

const lastResult = (by: PactsMarked['by']) =>
  prepared<Values, LastResult>((db, p) =>
    db
      .selectFrom('verifications as v')
      .select(['v.pact_version_id', 'v.success'])
      .where('v.consumer_id', '=', db.selectFrom('pacticipants').select('id').where('name', '=', p.value('consumer')))
      .where('v.provider_id', '=', db.selectFrom('pacticipants').select('id').where('name', '=', p.value('provider')))
      .where(
        sql<boolean>`exists (select 1 from pact_publications as pp
          where pp.pact_version_id = v.pact_version_id and ${conditions[by](p.value('name'))})`,
      )
      .orderBy('v.id', 'desc')
      .limit(1),
  );

const queries = { all: lastResult('all'), untagged: lastResult('untagged'), tag: lastResult('tag'), branch: lastResult('branch') };

/** The last result between a consumer and a provider, for any of the pacts that count. */
export async function findLastResult(
  db: Db,
  { consumer, provider, marked }: { consumer: string; provider: string; marked: PactsMarked },
): Promise<LastResult | undefined> {
  return first(await queries[marked.by](db, { consumer, provider, name: 'name' in marked ? marked.name : '' }));
}
