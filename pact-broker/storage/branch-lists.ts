import { sql } from 'kysely';
import type { Branch } from './branches.ts';
import type { Db } from './database.ts';
import { onPage, type Page } from './paging.ts';
import { prepared } from './prepared.ts';
import type { Row } from './schema.ts';
import { containsText } from './text-search.ts';
import type { Version } from './versions.ts';

/** The branches of a pacticipant whose names contain a text, those that a version was put on last first. */
export function findBranches(db: Db, pacticipantId: number, q: string | undefined, page: Page): Promise<Branch[]> {
  return onPage(branchesOf(db, pacticipantId, q).selectAll('b').orderBy('b.updated_at', 'desc').orderBy('b.id', 'desc'), page).execute();
}

export async function countBranches(db: Db, pacticipantId: number, q: string | undefined): Promise<number> {
  const query = branchesOf(db, pacticipantId, q).select((eb) => eb.fn.countAll<number>().as('total'));
  return (await query.executeTakeFirstOrThrow()).total;
}

function branchesOf(db: Db, pacticipantId: number, q: string | undefined) {
  const query = db.selectFrom('branches as b').where('b.pacticipant_id', '=', pacticipantId);
  return q === undefined ? query : query.where(containsText(db, sql.ref('b.name'), q));
}

/** The head of a branch; none where every version left it, or where there is no such branch. */
export const findHeadOfBranch = (db: Db, pacticipantId: number, branch: string): Promise<Version | undefined> =>
  db
    .selectFrom('branches as b')
    .innerJoin('versions as v', 'v.id', 'b.head_version_id')
    .selectAll('v')
    .where('b.pacticipant_id', '=', pacticipantId)
    .where('b.name', '=', branch)
    .executeTakeFirst();

export const findBranchVersion = (db: Db, branchId: number, versionId: number): Promise<Row<'branch_versions'> | undefined> =>
  db.selectFrom('branch_versions').selectAll().where('branch_id', '=', branchId).where('version_id', '=', versionId).executeTakeFirst();

/** Deletes a branch; its versions stay. Says whether it was there. */
export async function deleteBranch(db: Db, pacticipantId: number, name: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('branches')
    .where('pacticipant_id', '=', pacticipantId)
    .where('name', '=', name)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

const deleteExcept = prepared<{ pacticipantId: number; names: string[] }, { id: number }>((db, p) =>
  db
    .deleteFrom('branches')
    .where('pacticipant_id', '=', p.value('pacticipantId'))
    .where(({ not }) => not(p.in(sql.ref('name'), 'names')))
    .returning('id'),
);

/** Deletes all branches but the named ones. Says how many. */
export const deleteBranchesExcept = async (db: Db, pacticipantId: number, names: string[]): Promise<number> =>
  (await deleteExcept(db, { pacticipantId, names })).length;
