import { NotFound } from '../../domain/errors.ts';
import { deleteAllIntegrations as deleteAll, deleteIntegration as deleteOne } from '../../storage/pact-deletions.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { requireLockedPacticipant, requirePacticipant } from '../pacticipants/require-pacticipant.ts';
import type { Tenant } from '../tenant.ts';

/** Deletes an integration with its pacts, their results and its own webhooks; both pacticipants and their versions stay. Throws PacticipantNotFound, NotFound. */
export function deleteIntegration(tenant: Tenant, { consumer, provider }: { consumer: string; provider: string }): Promise<void> {
  return inTransaction(tenant.db, async (trx) => {
    const { id: consumerId } = await requireLockedPacticipant(trx, consumer);
    const { id: providerId } = await requirePacticipant(trx, provider);
    if (!(await deleteOne(trx, { consumerId, providerId }))) throw new NotFound(`integration between ${consumer} and ${provider}`);
  });
}

/** Deletes all integrations, as `deleteIntegration` does each. */
export const deleteAllIntegrations = (tenant: Tenant): Promise<void> => inTransaction(tenant.db, deleteAll);
