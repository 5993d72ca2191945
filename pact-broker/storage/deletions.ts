import { sql } from 'kysely';
import { type Db, isPostgres } from './database.ts';
import { refillBranches, vacateBranches } from './kept-branch-heads.ts';
import { refillHeads, vacateHeads } from './kept-heads.ts';
import { refillTags, vacateTags } from './kept-tag-heads.ts';
import { prepared } from './prepared.ts';

/** Deletes versions of one pacticipant, locked by the caller, with all that hangs on them, and keeps every head right. */
export async function deleteVersions(trx: Db, pacticipantId: number, versionIds: number[]): Promise<void> {
  const contents = await contentsOf(trx, { versionIds });
  const vacancies = await vacateHeads(trx, pacticipantId, versionIds);
  await deleteVersionRows(trx, { versionIds });
  await refillHeads(trx, vacancies);
  await deleteUnusedPactVersions(
    trx,
    contents.map(({ pact_version_id }) => pact_version_id),
  );
}

/** Takes a version, locked by the caller, off a branch. */
export async function takeVersionOffBranch(trx: Db, versionId: number, branchId: number): Promise<boolean> {
  const vacancies = await vacateBranches(trx, [versionId], [branchId]);
  const { numDeletedRows } = await trx
    .deleteFrom('branch_versions')
    .where('branch_id', '=', branchId)
    .where('version_id', '=', versionId)
    .executeTakeFirst();
  await refillBranches(trx, vacancies);
  return numDeletedRows > 0n;
}

/** Takes a tag off a version, which the caller has locked. Says whether it was there. */
export async function takeTagOffVersion(
  trx: Db,
  { pacticipantId, versionId, tag }: { pacticipantId: number; versionId: number; tag: string },
): Promise<boolean> {
  const vacancies = await vacateTags(trx, { pacticipantId, versionIds: [versionId], tags: [tag] });
  const { numDeletedRows } = await trx.deleteFrom('tags').where('version_id', '=', versionId).where('name', '=', tag).executeTakeFirst();
  await refillTags(trx, vacancies);
  return numDeletedRows > 0n;
}

/** Deletes those of the contents that no publication has any more, with their results. */
export async function deleteUnusedPactVersions(trx: Db, pactVersionIds: number[]): Promise<void> {
  if (pactVersionIds.length === 0) return;
  // Locked in a statement of its own: a publication under way elsewhere is then either seen below, or waits and fails to find it.
  if (isPostgres(trx)) await lockPactVersions(trx, { pactVersionIds });
  await deleteUnused(trx, { pactVersionIds });
}

const contentsOf = prepared<{ versionIds: number[] }, { pact_version_id: number }>((db, p) =>
  db
    .selectFrom('pact_publications')
    .select('pact_version_id')
    .distinct()
    .where(p.in(sql.ref('consumer_version_id'), 'versionIds')),
);

const deleteVersionRows = prepared<{ versionIds: number[] }, never>((db, p) =>
  db.deleteFrom('versions').where(p.in(sql.ref('id'), 'versionIds')),
);

const lockPactVersions = prepared<{ pactVersionIds: number[] }, unknown>((db, p) =>
  db
    .selectFrom('pact_versions')
    .select('id')
    .where(p.in(sql.ref('id'), 'pactVersionIds'))
    .orderBy('id')
    .forUpdate(),
);

const deleteUnused = prepared<{ pactVersionIds: number[] }, never>((db, p) =>
  db
    .deleteFrom('pact_versions')
    .where(p.in(sql.ref('id'), 'pactVersionIds'))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('pact_publications as pp').select('pp.id').whereRef('pp.pact_version_id', '=', 'pact_versions.id'))),
    ),
);
