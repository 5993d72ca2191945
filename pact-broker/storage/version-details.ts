import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { Environment } from './environments.ts';
import { prepared } from './prepared.ts';
import type { Flag } from './schema.ts';

/** A branch, tag or environment of a version; one list over several versions. An environment goes by its id. */
interface Mark {
  kind: 'branch' | 'tag' | 'environment';
  version_id: number;
  name: string | null;
  /** Whether the version is the newest on the branch or with the tag. */
  latest: Flag | null;
  /** Branches come in the order of their creation. */
  id: number;
}

const marks = prepared<{ versionIds: number[] }, Mark>((db, p) => {
  const branches = db
    .selectFrom('branch_versions as bv')
    .innerJoin('branches as b', 'b.id', 'bv.branch_id')
    .select([sql<Mark['kind']>`'branch'`.as('kind'), 'bv.version_id', sql<string | null>`b.name`.as('name')])
    .select([sql<Flag | null>`case when b.head_version_id = bv.version_id then 1 else 0 end`.as('latest'), 'b.id'])
    .where(p.in(sql.ref('bv.version_id'), 'versionIds'));
  const tags = db
    .selectFrom('tags as t')
    .innerJoin('tag_heads as h', (join) => join.onRef('h.pacticipant_id', '=', 't.pacticipant_id').onRef('h.name', '=', 't.name'))
    .select([sql<Mark['kind']>`'tag'`.as('kind'), 't.version_id', sql<string | null>`t.name`.as('name')])
    .select([sql<Flag | null>`case when h.version_id = t.version_id then 1 else 0 end`.as('latest'), sql<number>`0`.as('id')])
    .where(p.in(sql.ref('t.version_id'), 'versionIds'));
  const current = (table: 'deployed_versions' | 'released_versions') =>
    db
      .selectFrom(`${table as 'deployed_versions'} as d`)
      .select([sql<Mark['kind']>`'environment'`.as('kind'), 'd.version_id', sql<string | null>`cast(null as text)`.as('name')])
      .select([sql<Flag | null>`cast(null as integer)`.as('latest'), 'd.environment_id as id'])
      .where(p.in(sql.ref('d.version_id'), 'versionIds'))
      .where('d.ended_at', 'is', null);
  return branches.unionAll(tags).unionAll(current('deployed_versions')).unionAll(current('released_versions'));
});

const environments = prepared<object, Environment>((db) => db.selectFrom('environments').selectAll().orderBy('id'));

export interface VersionDetails {
  branches: { name: string; latest: boolean }[];
  tags: { name: string; latest: boolean }[];
  environments: Environment[];
}

/** The branches, tags and environments of several versions, by version id, in two statements. */
export async function findVersionDetails(db: Db, versionIds: number[]): Promise<Map<number, VersionDetails>> {
  const details = new Map(versionIds.map((id): [number, VersionDetails] => [id, { branches: [], tags: [], environments: [] }]));
  if (versionIds.length === 0) return details;
  const [found, all] = await Promise.all([marks(db, { versionIds }), environments(db, {})]);
  const byId = new Map(all.map((environment) => [environment.id, environment]));
  for (const mark of found.sort((a, b) => a.id - b.id || ((a.name ?? '') < (b.name ?? '') ? -1 : 1))) {
    const of = details.get(mark.version_id) as VersionDetails;
    const environment = byId.get(mark.id);
    if (mark.kind !== 'environment')
      of[mark.kind === 'branch' ? 'branches' : 'tags'].push({ name: mark.name as string, latest: mark.latest === 1 });
    // A version may be deployed to several instances of one environment, and released there too.
    else if (environment && !of.environments.includes(environment)) of.environments.push(environment);
  }
  return details;
}
