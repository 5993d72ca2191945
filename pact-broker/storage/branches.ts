import { sql } from 'kysely';
import type { Db } from './database.ts';
import { putBranchHeadPacts, putBranchSuccesses } from './head-writes.ts';
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
  const added = await trx
    .insertInto('branch_versions')
    .values({ branch_id: branchId, version_id: versionId, created_at: now, updated_at: now })
    .onConflict((c) => c.columns(['branch_id', 'version_id']).doNothing())
    .returning('version_id')
    .executeTakeFirst();
  if (!added) return { branchId, added: false };
  const head = trx
    .updateTable('branches')
    .set({ head_version_id: versionId, updated_at: now })
    .where('id', '=', branchId)
    .where((eb) => eb.or([eb('head_version_id', 'is', null), eb('head_version_id', '<', versionId)]));
  await writeAhead(trx, head);
  await advanceBranchHeadPacts(trx, versionId, branchId);
  await recordBranchSuccesses(trx, { providerVersionId: versionId, branchId });
  return { branchId, added: true };
}

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
    .select(['v.pact_version_id', 'bv.branch_id', sql<string>`min(v.created_at)`.as('first_success_at')])
    .where('v.provider_version_id', '=', providerVersionId)
    .where('v.success', '=', 1)
    .groupBy(['v.pact_version_id', 'bv.branch_id'])
    .orderBy('v.pact_version_id')
    .orderBy('bv.branch_id');
  if (branchId !== undefined) source = source.where('bv.branch_id', '=', branchId);
  if (pactVersionId !== undefined) source = source.where('v.pact_version_id', '=', pactVersionId);
  await writeAhead(trx, putBranchSuccesses(trx, source));
}
