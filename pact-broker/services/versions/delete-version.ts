import { deleteVersions } from '../../storage/deletions.ts';
import { inTransaction } from '../../storage/transaction.ts';
import type { Tenant } from '../tenant.ts';
import { requireVersionToDeleteFrom } from './require-version.ts';

/** Deletes a version with its pacts, results, and what is recorded of it. Throws PacticipantNotFound, NotFound. */
export function deleteVersion(tenant: Tenant, named: { pacticipant: string; number: string }): Promise<void> {
  return inTransaction(tenant.db, async (trx) => {
    const { pacticipant, version } = await requireVersionToDeleteFrom(trx, named);
    await deleteVersions(trx, pacticipant.id, [version.id]);
  });
}
