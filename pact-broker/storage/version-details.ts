import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { Environment } from './environments.ts';
import { prepared } from './prepared.ts';
import type { Flag } from './schema.ts';

/** What an answer shows of an environment. */
export type ShownEnvironment = Pick<Environment, 'id' | 'uuid' | 'name' | 'display_name' | 'production' | 'created_at'>;

/** A branch or tag of a version, or an environment that it is in now; one list over several versions. */
type Mark = { version_id: number } & (
  | {
      kind: 'branch' | 'tag';
      /** Branches come in the order of their creation. */
      id: number;
      name: string;
      /** Whether the version is the head of the branch, or the newest with the tag. */
      latest: Flag;
    }
  | ({ kind: 'environment' } & ShownEnvironment)
);

const marks = prepared<{ versionIds: number[] }, Mark>((_, p) => {
  const noEnvironment = sql`cast(null as text) as uuid, cast(null as text) as display_name, cast(null as integer) as production, cast(null as text) as created_at`;
  return sql<Mark>`
    select 'branch' as kind, bv.version_id, b.id, b.name, case when b.head_version_id = bv.version_id then 1 else 0 end as latest, ${noEnvironment}
    from branch_versions as bv join branches as b on b.id = bv.branch_id
    where ${p.in(sql.ref('bv.version_id'), 'versionIds')}
    union all
    select 'tag', t.version_id, 0, t.name, case when h.version_id = t.version_id then 1 else 0 end, ${noEnvironment}
    from tags as t join tag_heads as h on h.pacticipant_id = t.pacticipant_id and h.name = t.name
    where ${p.in(sql.ref('t.version_id'), 'versionIds')}
    union all
    select 'environment', d.version_id, e.id, e.name, cast(null as integer), e.uuid, e.display_name, e.production, e.created_at
    from environment_versions as d join environments as e on e.id = d.environment_id
    where ${p.in(sql.ref('d.version_id'), 'versionIds')} and d.ended_at is null`;
});

export interface VersionDetails {
  branches: { name: string; latest: boolean }[];
  tags: { name: string; latest: boolean }[];
  environments: ShownEnvironment[];
}

/** The branches, tags and environments of several versions, by version id, in one statement. */
export async function findVersionDetails(db: Db, versionIds: number[]): Promise<Map<number, VersionDetails>> {
  const details = new Map(versionIds.map((id): [number, VersionDetails] => [id, { branches: [], tags: [], environments: [] }]));
  if (versionIds.length === 0) return details;
  const found = await marks(db, { versionIds });
  for (const mark of found.sort((a, b) => a.id - b.id || (a.name < b.name ? -1 : 1))) {
    const of = details.get(mark.version_id) as VersionDetails;
    if (mark.kind !== 'environment') of[mark.kind === 'branch' ? 'branches' : 'tags'].push({ name: mark.name, latest: mark.latest === 1 });
    // A version may be deployed to several instances of one environment, and released there too.
    else if (!of.environments.some(({ id }) => id === mark.id)) of.environments.push(mark);
  }
  return details;
}
