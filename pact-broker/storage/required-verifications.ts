import { type SqlBool, sql } from 'kysely';
import type { Db } from './database.ts';
import { prepared } from './prepared.ts';

/** A provider version that is in use, and why; `name` is the branch or the environment. */
export interface VersionInUse {
  version_id: number;
  number: string;
  use: 'main-branch' | 'deployed' | 'released';
  name: string;
}

/** The head of the main branch, what is deployed and what is released of every pacticipant, once for each use. */
export function versionsInUse(db: Db) {
  const mainBranchHeads = db
    .selectFrom('pacticipants as p')
    .innerJoin('branches as b', (join) => join.onRef('b.pacticipant_id', '=', 'p.id').onRef('b.name', '=', 'p.main_branch'))
    .innerJoin('versions as v', 'v.id', 'b.head_version_id')
    .select(['v.id as version_id', 'v.pacticipant_id', 'v.number', sql<VersionInUse['use']>`'main-branch'`.as('use'), 'b.name']);
  const inEnvironments = db
    .selectFrom('environment_versions as r')
    .innerJoin('versions as v', 'v.id', 'r.version_id')
    .innerJoin('environments as e', 'e.id', 'r.environment_id')
    .select(['v.id as version_id', 'v.pacticipant_id', 'v.number', sql<VersionInUse['use']>`r.kind`.as('use'), 'e.name'])
    .where('r.ended_at', 'is', null);
  return mainBranchHeads.unionAll(inEnvironments);
}

/** Whether a provider version has not verified a content, neither well nor badly. */
export const hasNoResult = (pactVersionId: unknown, providerVersionId: string) =>
  sql<SqlBool>`not exists (select 1 from latest_verifications as lv
    where lv.pact_version_id = ${pactVersionId} and lv.provider_version_id = ${sql.ref(providerVersionId)})`;

/** The versions in use of a provider that have no result for a content, one row a use, in the order of versions. */
export const findVersionsWithoutResult = prepared<{ providerId: number; pactVersionId: number }, VersionInUse>((db, p) =>
  db
    .selectFrom(versionsInUse(db).as('u'))
    .select(['u.version_id', 'u.number', 'u.use', 'u.name'])
    .where('u.pacticipant_id', '=', p.value('providerId'))
    .where(hasNoResult(p.value('pactVersionId'), 'u.version_id'))
    .orderBy('u.version_id')
    .orderBy('u.use', 'desc')
    .orderBy('u.name'),
);

/** Numbers of the versions of several pacticipants that are deployed now, each once. */
export const findDeployedNumbers = prepared<{ pacticipantIds: number[] }, { pacticipant_id: number; number: string }>((db, p) =>
  db
    .selectFrom('environment_versions as d')
    .innerJoin('versions as v', 'v.id', 'd.version_id')
    .select(['d.pacticipant_id', 'v.number'])
    .distinct()
    .where(p.in(sql.ref('d.pacticipant_id'), 'pacticipantIds'))
    .where('d.kind', '=', sql.lit('deployed'))
    .where('d.ended_at', 'is', null)
    .orderBy('v.number'),
);
