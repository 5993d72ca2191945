import { findBranchVersion } from '../../storage/branch-lists.ts';
import { findBranch } from '../../storage/branches.ts';
import type { Pacticipant } from '../../storage/pacticipants.ts';
import type { Row } from '../../storage/schema.ts';
import { inTransaction, stillThere } from '../../storage/transaction.ts';
import { findOrCreatePacticipants } from '../pacticipants/find-or-create-pacticipants.ts';
import type { Tenant } from '../tenant.ts';
import { recordVersion } from '../versions/record-version.ts';

export type BranchVersion = Row<'branch_versions'>;

export interface BranchVersionOf {
  pacticipant: string;
  branch: string;
  number: string;
}

/** Puts a version on a branch; what of pacticipant, version and branch is new is created. Throws SimilarPacticipantExists. */
export function putVersionOnBranch(
  tenant: Tenant,
  { pacticipant: name, branch, number }: BranchVersionOf,
): Promise<{ branchVersion: BranchVersion; created: boolean }> {
  return inTransaction(tenant.db, async (trx) => {
    const pacticipant = (await findOrCreatePacticipants(trx, tenant, [name])).get(name) as Pacticipant;
    const { version, addedToBranch } = await recordVersion(trx, tenant, { pacticipant, number, branch });
    const { id } = stillThere(await findBranch(trx, pacticipant.id, branch));
    return { branchVersion: stillThere(await findBranchVersion(trx, id, version.id)), created: addedToBranch };
  });
}
