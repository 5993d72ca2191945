import { deleteBranchesExcept, deleteBranch as deleteRow } from '../../storage/branch-lists.ts';
import { findBranch } from '../../storage/branches.ts';
import { takeVersionOffBranch } from '../../storage/deletions.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { requireLockedPacticipant } from '../pacticipants/require-pacticipant.ts';
import type { Tenant } from '../tenant.ts';
import { requireVersionToDeleteFrom } from '../versions/require-version.ts';
import { branchNotFound, notOnBranch } from './read-branches.ts';

/** Deletes a branch; its versions stay, and are then on one branch less. Throws PacticipantNotFound, NotFound. */
export function deleteBranch(tenant: Tenant, pacticipant: string, branch: string): Promise<void> {
  return inTransaction(tenant.db, async (trx) => {
    const { id } = await requireLockedPacticipant(trx, pacticipant);
    if (!(await deleteRow(trx, id, branch))) throw branchNotFound(pacticipant, branch);
  });
}

/** Deletes all branches but the named ones and the main branch. Says how many, and what was kept. Throws PacticipantNotFound. */
export function deleteBranches(
  tenant: Tenant,
  { pacticipant, exclude }: { pacticipant: string; exclude: string[] },
): Promise<{ deleted: number; kept: string[] }> {
  return inTransaction(tenant.db, async (trx) => {
    const { id, main_branch } = await requireLockedPacticipant(trx, pacticipant);
    const kept = [...new Set([...exclude, ...(main_branch === null ? [] : [main_branch])])];
    return { deleted: await deleteBranchesExcept(trx, id, kept), kept };
  });
}

/** Throws PacticipantNotFound, NotFound. */
export function removeVersionFromBranch(tenant: Tenant, named: { pacticipant: string; branch: string; number: string }): Promise<void> {
  return inTransaction(tenant.db, async (trx) => {
    const { pacticipant, version } = await requireVersionToDeleteFrom(trx, named);
    const branch = await findBranch(trx, pacticipant.id, named.branch);
    if (!branch || !(await takeVersionOffBranch(trx, version.id, branch.id))) throw notOnBranch(named);
  });
}
