import { NotFound } from '../../domain/errors.ts';
import type { Db } from '../../storage/database.ts';
import { deletePacts, type IntegrationIds, lockVersionsWithPact } from '../../storage/pact-deletions.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { lockExistingVersion } from '../../storage/versions.ts';
import { requireLockedPacticipant, requirePacticipant } from '../pacticipants/require-pacticipant.ts';
import type { Tenant } from '../tenant.ts';

interface Integration {
  consumer: string;
  provider: string;
}

/** Deletes the pact of a consumer version; the version stays, and so do results that other versions' pacts share. Throws PacticipantNotFound, NotFound. */
export function deletePact(tenant: Tenant, { number, ...integration }: Integration & { number: string }): Promise<void> {
  return inTransaction(tenant.db, async (trx) => {
    const ids = await lockConsumer(trx, integration);
    const version = await lockExistingVersion(trx, ids.consumerId, number);
    const deleted = version ? await deletePacts(trx, { ...ids, versionIds: [version.id] }) : 0;
    if (deleted === 0) throw new NotFound(`pact between ${integration.consumer} version ${number} and ${integration.provider}`);
  });
}

/** Deletes the pacts of all consumer versions with a tag. Throws PacticipantNotFound, NotFound. */
export function deletePactsWithTag(tenant: Tenant, { tag, ...integration }: Integration & { tag: string }): Promise<void> {
  return inTransaction(tenant.db, async (trx) => {
    const ids = await lockConsumer(trx, integration);
    const versionIds = await lockVersionsWithPact(trx, { ...ids, tag });
    if (versionIds.length === 0) {
      throw new NotFound(`pact between ${integration.consumer} and ${integration.provider} whose consumer version has the tag ${tag}`);
    }
    await deletePacts(trx, { ...ids, versionIds });
  });
}

/** Deletions of one consumer follow one another; its versions are locked next. */
async function lockConsumer(trx: Db, { consumer, provider }: Integration): Promise<IntegrationIds> {
  const { id: consumerId } = await requireLockedPacticipant(trx, consumer);
  const { id: providerId } = await requirePacticipant(trx, provider);
  return { consumerId, providerId };
}
