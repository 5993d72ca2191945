import { NotFound } from '../../domain/errors.ts';
import type { Db } from '../../storage/database.ts';
import { deleteLabel, findLabel, insertLabel, type Label } from '../../storage/labels.ts';
import { inTransaction, stillThere } from '../../storage/transaction.ts';
import type { Tenant } from '../tenant.ts';
import { requirePacticipant } from './require-pacticipant.ts';

interface LabelOf {
  pacticipant: string;
  label: string;
}

/** Throws PacticipantNotFound. */
export function labelPacticipant(tenant: Tenant, { pacticipant, label }: LabelOf): Promise<{ label: Label; created: boolean }> {
  return inTransaction(tenant.db, async (trx) => {
    const { id } = await requirePacticipant(trx, pacticipant);
    const created = await insertLabel(trx, id, label, tenant.now());
    return { label: stillThere(await findLabel(trx, id, label)), created };
  });
}

/** Throws PacticipantNotFound, NotFound. */
export async function readLabel(db: Db, { pacticipant, label }: LabelOf): Promise<Label> {
  const { id } = await requirePacticipant(db, pacticipant);
  const found = await findLabel(db, id, label);
  if (!found) throw labelNotFound(pacticipant, label);
  return found;
}

/** Throws PacticipantNotFound, NotFound. */
export function removeLabel(tenant: Tenant, { pacticipant, label }: LabelOf): Promise<void> {
  return inTransaction(tenant.db, async (trx) => {
    const { id } = await requirePacticipant(trx, pacticipant);
    if (!(await deleteLabel(trx, id, label))) throw labelNotFound(pacticipant, label);
  });
}

const labelNotFound = (pacticipant: string, label: string) => new NotFound(`label "${label}" on ${pacticipant}`);
