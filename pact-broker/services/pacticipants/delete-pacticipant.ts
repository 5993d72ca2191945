import { PacticipantNotFound } from '../../domain/errors.ts';
import { deletePacticipant as deleteRow } from '../../storage/pacticipants.ts';
import { inTransaction } from '../../storage/transaction.ts';
import type { Tenant } from '../tenant.ts';

/** Deletes a pacticipant: its versions, its pacts in either role and their results, what is recorded of it. Throws PacticipantNotFound. */
export function deletePacticipant(tenant: Tenant, name: string): Promise<void> {
  return inTransaction(tenant.db, async (trx) => {
    if (!(await deleteRow(trx, name))) throw new PacticipantNotFound(name);
  });
}
