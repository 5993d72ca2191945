import { sql } from 'kysely';
import type { Db } from './database.ts';
import { firstSuccesses, putBranchHeadPacts, putBranchSuccesses } from './head-writes.ts';
import type { Row } from './schema.ts';
import { stillThere, writeAhead } from './transaction.ts';

export type Branch = Row<'branches'>;

export async function findBranch(db: Db, pacticipantId: number, name: string): Promise<Branch | undefined> {
  return db.selectFrom('branches').selectAll().where('pacticipant_id', '=', pacticipantId).where('name', '=', name).executeTakeFirst();
}

/** Puts a version, locked by the caller, on a branch that need not exist yet, and keeps every head right. Says whether it was new there. */
export async function putVersionOnBranch(
  trx: Db,
  { pacticipantId, branch, versionId, now }: { pacticipantId: number; branch: string; versionId: number; now: string },
): Promise<{ branchId: number; added: boolean }> {
  const branchId = await ensureBranch(trx, pacticipantId, branch, now);
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from branch_versions where branch_id = ${branchId})`;
  const added = await trx
    .insertInto('branch_versions')
    .values({ branch_id: branchId, version_id: versionId, position, created_at: now, updated_at: now })
    .onConflict((c) => c.columns(['branch_id', 'version_id']).doNothing())
    .returning('position')
    .executeTakeFirst();
  if (!added) {
    await writeAhead(trx, trx.updateTable('branches').set({ updated_at: now }).where('id', '=', branchId));
    return { branchId, added: false };
  }
  await writeAhead(trx, advanceBranchHead(trx, { branchId, versionId, position: added.position, now }));
  await advanceBranchHeadPacts(trx, versionId, branchId);
  await recordBranchSuccesses(trx, { providerVersionId: versionId, branchId });
  return { branchId, added: true };
}

/** Two that are put on a branch at the same moment may get the same position; then the newer version is the head. */
const advanceBranchHead = (
  trx: Db,
  { branchId, versionId, position, now }: { branchId: number; versionId: number; position: number; now: string },
) =>
  trx
    .updateTable('branches')
    .set({ head_version_id: versionId, head_position: position, updated_at: now })
    .where('id', '=', branchId)
    .where(sql<boolean>`(head_position is null or (head_position, head_version_id) < (${position}, ${versionId}))`);

async function ensureBranch(trx: Db, pacticipantId: number, name: string, now: string): Promise<number> {
  const found = await findBranch(trx, pacticipantId, name);
  if (found) return found.id;
  const inserted = await trx
    .insertInto('branches')
    .values({ pacticipant_id: pacticipantId, name, head_version_id: null, created_at: now, updated_at: now })
    .onConflict((c) => c.columns(['pacticipant_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return (inserted ?? stillThere(await findBranch(trx, pacticipantId, name))).id;
}

/** Makes the pacts of a consumer version the head pacts of its branches (or of one branch), unless a newer version's stand there. */
export async function advanceBranchHeadPacts(trx: Db, consumerVersionId: number, branchId?: number): Promise<void> {
  let source = trx
    .selectFrom('branch_versions as bv')
    .innerJoin('pact_publications as p', 'p.consumer_version_id', 'bv.version_id')
    .select(['bv.branch_id', 'p.provider_id', 'p.consumer_id', 'p.consumer_version_id', 'p.pact_version_id', 'p.created_at'])
    .where('bv.version_id', '=', consumerVersionId)
    .orderBy('bv.branch_id')
    .orderBy('p.provider_id');
  if (branchId !== undefined) source = source.where('bv.branch_id', '=', branchId);
  await writeAhead(trx, putBranchHeadPacts(trx, source));
}

/** Keeps when each of a provider version's branches first verified a content with success. */
export async function recordBranchSuccesses(
  trx: Db,
  { providerVersionId, branchId, pactVersionId }: { providerVersionId: number; branchId?: number; pactVersionId?: number },
): Promise<void> {
  let source = trx
    .selectFrom('verifications as v')
    .innerJoin('branch_versions as bv', 'bv.version_id', 'v.provider_version_id')
    .select(['v.pact_version_id', 'bv.branch_id', ...firstSuccesses])
    .where('v.provider_version_id', '=', providerVersionId)
    .where('v.success', '=', 1)
    .groupBy(['v.pact_version_id', 'bv.branch_id'])
    .orderBy('v.pact_version_id')
    .orderBy('bv.branch_id');
  if (branchId !== undefined) source = source.where('bv.branch_id', '=', branchId);
  if (pactVersionId !== undefined) source = source.where('v.pact_version_id', '=', pactVersionId);
  await writeAhead(trx, putBranchSuccesses(trx, source));
}
