import { type Expression, type SqlBool, sql } from 'kysely';
import type { Target, VersionSelector } from '../domain/matrix/matrix-query.ts';
import type { TargetVersion } from '../domain/matrix/matrix-row.ts';
import type { Db } from './database.ts';
import { prepared } from './prepared.ts';

/** A version and an environment, found by their names in one question. */
export interface ResolvedGate {
  pacticipant_id: number;
  version_id: number | null;
  environment_id: number | null;
}

export const resolveGate = prepared<{ pacticipant: string; version: string; environment: string }, ResolvedGate>((db, p) =>
  db
    .selectFrom('pacticipants as p')
    .leftJoin('versions as v', (join) => join.onRef('v.pacticipant_id', '=', 'p.id').on('v.number', '=', p.value('version')))
    .select(['p.id as pacticipant_id', 'v.id as version_id'])
    .select((eb) => eb.selectFrom('environments').select('id').where('name', '=', p.value('environment')).as('environment_id'))
    .where('p.name', '=', p.value('pacticipant')),
);

/** The versions that a selector means; undefined where it means all of them. */
export async function findVersionsSelected(db: Db, pacticipantId: number, selector: VersionSelector): Promise<number[] | undefined> {
  const { pacticipant: _name, version, branch, tag, environment, mainBranch, latest } = selector;
  if ([version, branch, tag, environment, mainBranch, latest].every((condition) => condition === undefined)) return undefined;
  let query = db.selectFrom('versions as v').select('v.id').where('v.pacticipant_id', '=', pacticipantId);
  if (version !== undefined) query = query.where('v.number', '=', version);
  if (tag !== undefined) query = query.where(inTag(tag));
  if (branch !== undefined) query = query.where(inBranch(sql`b.name = ${branch}`));
  if (mainBranch) query = query.where(inBranch(sql`b.name = (select main_branch from pacticipants as p where p.id = b.pacticipant_id)`));
  if (environment !== undefined) query = query.where(inEnvironment(environment));
  // A main branch is asked about to know its newest version, as clients mean it.
  if (latest || mainBranch) query = query.orderBy('v.id', 'desc').limit(1);
  return (await query.execute()).map(({ id }) => id);
}

const inTag = (tag: string) =>
  sql<SqlBool>`v.id in (select t.version_id from tags as t where t.pacticipant_id = v.pacticipant_id and t.name = ${tag})`;

const inBranch = (named: Expression<unknown>) =>
  sql<SqlBool>`v.id in (select bv.version_id from branches as b join branch_versions as bv on bv.branch_id = b.id
    where b.pacticipant_id = v.pacticipant_id and ${named})`;

function inEnvironment(name: string) {
  const current = (table: string) => sql`select d.version_id from ${sql.table(table)} as d join environments as e on e.id = d.environment_id
    where d.pacticipant_id = v.pacticipant_id and d.ended_at is null and e.name = ${name}`;
  return sql<SqlBool>`v.id in (${current('deployed_versions')} union all ${current('released_versions')})`;
}

/** What stands in a target for a pacticipant: a table of (pacticipant_id, version_id), and the condition that picks the target in it. */
const TARGETS = {
  deployed: {
    table: 'deployed_versions',
    version: 'version_id',
    picks: (value: unknown) => sql`t.environment_id = ${value} and t.ended_at is null`,
  },
  released: {
    table: 'released_versions',
    version: 'version_id',
    picks: (value: unknown) => sql`t.environment_id = ${value} and t.ended_at is null`,
  },
  'latest-tag': { table: 'tag_heads', version: 'version_id', picks: (value: unknown) => sql`t.name = ${value}` },
  tag: { table: 'tags', version: 'version_id', picks: (value: unknown) => sql`t.name = ${value}` },
  branch: { table: 'branches', version: 'head_version_id', picks: (value: unknown) => sql`t.name = ${value}` },
} as const;

interface Around {
  askedIds: number[];
  value: string | number;
}

/** The versions, in one target, of all that are integrated with those asked about. */
const around = (...sources: (keyof typeof TARGETS)[]) =>
  prepared<Around, TargetVersion>((db, p) => {
    const part = (source: keyof typeof TARGETS, other: 'consumer_id' | 'provider_id') => {
      const { table, version, picks } = TARGETS[source];
      const asked = other === 'consumer_id' ? 'provider_id' : 'consumer_id';
      return sql`select t.pacticipant_id, n.id as version_id, n.number
        from integrations as i join ${sql.table(table)} as t on t.pacticipant_id = ${sql.ref(`i.${other}`)}
        join versions as n on n.id = ${sql.ref(`t.${version}`)}
        where ${p.in(sql.ref(`i.${asked}`), 'askedIds')} and ${picks(p.value('value'))}`;
    };
    const parts = sources.flatMap((source) => [part(source, 'provider_id'), part(source, 'consumer_id')]);
    return db.selectFrom(sql<TargetVersion>`(${sql.join(parts, sql` union `)})`.as('targets')).selectAll();
  });

const inEnvironmentAround = around('deployed', 'released');
const withLatestTagAround = around('latest-tag');
const withTagAround = around('tag');
const onBranchAround = around('branch');

const newestAround = (condition: Expression<SqlBool>) =>
  prepared<{ askedIds: number[] }, TargetVersion>((db, p) =>
    db
      .selectFrom('pacticipants as p')
      .innerJoin('versions as n', 'n.pacticipant_id', 'p.id')
      .select(['p.id as pacticipant_id', 'n.id as version_id', 'n.number'])
      .where(sql<SqlBool>`p.id in (select i.provider_id from integrations as i where ${p.in(sql.ref('i.consumer_id'), 'askedIds')}
        union all select i.consumer_id from integrations as i where ${p.in(sql.ref('i.provider_id'), 'askedIds')})`)
      .where(condition),
  );

const onMainBranchAround = newestAround(
  sql`n.id = (select b.head_version_id from branches as b where b.pacticipant_id = p.id and b.name = p.main_branch)`,
);
const latestAround = newestAround(sql`n.id = (select max(x.id) from versions as x where x.pacticipant_id = p.id)`);

/** The versions in a target of all that are integrated with those asked about. An environment is given by its id. */
export function findTargetVersions(db: Db, askedIds: number[], target: Target, environmentId: number): Promise<TargetVersion[]> {
  switch (target.kind) {
    case 'environment':
      return inEnvironmentAround(db, { askedIds, value: environmentId });
    case 'tag':
      return (target.latest ? withLatestTagAround : withTagAround)(db, { askedIds, value: target.tag });
    case 'branch':
      return onBranchAround(db, { askedIds, value: target.branch });
    case 'main-branch':
      return onMainBranchAround(db, { askedIds });
    case 'latest':
      return latestAround(db, { askedIds });
  }
}
