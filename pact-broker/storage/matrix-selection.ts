import { type Expression, type SqlBool, sql } from 'kysely';
import type { VersionSelector } from '../domain/matrix/matrix-query.ts';
import type { Db } from './database.ts';

/** The versions that a selector means; undefined where it means all of them. */
export async function findVersionsSelected(db: Db, pacticipantId: number, selector: VersionSelector): Promise<number[] | undefined> {
  const { pacticipant: _name, version, branch, tag, environment, mainBranch, latest } = selector;
  if ([version, branch, tag, environment, mainBranch, latest].every((condition) => condition === undefined)) return undefined;
  let query = db.selectFrom('versions as v').select('v.id').where('v.pacticipant_id', '=', pacticipantId);
  if (version !== undefined) query = query.where('v.number', '=', version);
  if (tag !== undefined) query = query.where(inTag(tag));
  const onBranch = latest ? isHead : inBranch;
  if (branch !== undefined) query = query.where(onBranch(sql`b.name = ${branch}`));
  if (mainBranch) query = query.where(onBranch(sql`b.name = (select main_branch from pacticipants as p where p.id = b.pacticipant_id)`));
  if (environment !== undefined) query = query.where(inEnvironment(environment));
  if (latest) query = query.orderBy('v.id', 'desc').limit(1);
  return (await query.execute()).map(({ id }) => id);
}

const inTag = (tag: string) =>
  sql<SqlBool>`v.id in (select t.version_id from tags as t where t.pacticipant_id = v.pacticipant_id and t.name = ${tag})`;

const inBranch = (named: Expression<unknown>) =>
  sql<SqlBool>`v.id in (select bv.version_id from branches as b join branch_versions as bv on bv.branch_id = b.id
    where b.pacticipant_id = v.pacticipant_id and ${named})`;

const isHead = (named: Expression<unknown>) =>
  sql<SqlBool>`v.id in (select b.head_version_id from branches as b where b.pacticipant_id = v.pacticipant_id and ${named})`;

function inEnvironment(name: string) {
  return sql<SqlBool>`v.id in (select d.version_id from environment_versions as d join environments as e on e.id = d.environment_id
    where d.pacticipant_id = v.pacticipant_id and d.ended_at is null and e.name = ${name})`;
}

/** Every version of a pacticipant. */
export async function findAllVersionIds(db: Db, pacticipantId: number): Promise<number[]> {
  const rows = await db.selectFrom('versions').select('id').where('pacticipant_id', '=', pacticipantId).execute();
  return rows.map(({ id }) => id);
}
