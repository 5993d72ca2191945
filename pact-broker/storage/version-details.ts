import { sql } from 'kysely';
import type { Db } from './database.ts';
import { prepared } from './prepared.ts';
import type { Flag } from './schema.ts';

/** A branch, tag or environment of a version, one list over several versions; what a kind does not have is null. */
export interface VersionDetail {
  kind: 'branch' | 'tag' | 'environment';
  version_id: number;
  name: string;
  /** Whether the version is the newest on the branch or with the tag. */
  latest: Flag | null;
  uuid: string | null;
  display_name: string | null;
  production: Flag | null;
  created_at: string | null;
}

const details = prepared<{ versionIds: number[] }, VersionDetail>((db, p) => {
  const nothing = sql<null>`null`;
  const branches = db
    .selectFrom('branch_versions as bv')
    .innerJoin('branches as b', 'b.id', 'bv.branch_id')
    .select([sql<VersionDetail['kind']>`'branch'`.as('kind'), 'bv.version_id', 'b.name', 'b.id as sort'])
    .select(sql<Flag | null>`case when b.head_version_id = bv.version_id then 1 else 0 end`.as('latest'))
    .select([
      nothing.as('uuid'),
      nothing.as('display_name'),
      sql<Flag | null>`cast(null as integer)`.as('production'),
      nothing.as('created_at'),
    ])
    .where(p.in(sql.ref('bv.version_id'), 'versionIds'));
  const tags = db
    .selectFrom('tags as t')
    .innerJoin('tag_heads as h', (join) => join.onRef('h.pacticipant_id', '=', 't.pacticipant_id').onRef('h.name', '=', 't.name'))
    .select([sql<VersionDetail['kind']>`'tag'`.as('kind'), 't.version_id', 't.name', sql<number>`0`.as('sort')])
    .select(sql<Flag | null>`case when h.version_id = t.version_id then 1 else 0 end`.as('latest'))
    .select([
      nothing.as('uuid'),
      nothing.as('display_name'),
      sql<Flag | null>`cast(null as integer)`.as('production'),
      nothing.as('created_at'),
    ])
    .where(p.in(sql.ref('t.version_id'), 'versionIds'));
  const current = (table: 'deployed_versions' | 'released_versions') =>
    db
      .selectFrom(`${table as 'deployed_versions'} as d`)
      .innerJoin('environments as e', 'e.id', 'd.environment_id')
      .select([
        sql<VersionDetail['kind']>`'environment'`.as('kind'),
        'd.version_id',
        'e.name',
        'e.id as sort',
        sql<Flag | null>`cast(null as integer)`.as('latest'),
      ])
      .select(['e.uuid', 'e.display_name', 'e.production', 'e.created_at'])
      .where(p.in(sql.ref('d.version_id'), 'versionIds'))
      .where('d.ended_at', 'is', null);
  // A version may be deployed to several instances of one environment: union drops the repetitions.
  const environments = current('deployed_versions').union(current('released_versions'));
  return db
    .selectFrom(
      branches
        .unionAll(tags)
        .unionAll(db.selectFrom(environments.as('e')).selectAll() as never)
        .as('details'),
    )
    .selectAll()
    .orderBy('sort')
    .orderBy('name') as never;
});

export const findVersionDetails = async (db: Db, versionIds: number[]): Promise<VersionDetail[]> =>
  versionIds.length === 0 ? [] : details(db, { versionIds });
