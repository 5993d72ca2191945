import type { VersionFields } from '../../domain/versions/version-fields.ts';
import type { Pacticipant } from '../../storage/pacticipants.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { findOrCreatePacticipants } from '../pacticipants/find-or-create-pacticipants.ts';
import type { Tenant } from '../tenant.ts';
import { readVersion, type SingleVersion } from './read-versions.ts';
import { recordVersion } from './record-version.ts';

export interface SavedVersion {
  saved: SingleVersion;
  created: boolean;
}

/** Creates or changes a version, and creates its pacticipant where that is new. Throws SimilarPacticipantExists. */
export function saveVersion(
  tenant: Tenant,
  { pacticipant: name, number }: { pacticipant: string; number: string },
  fields: VersionFields,
): Promise<SavedVersion> {
  return inTransaction(tenant.db, async (trx) => {
    const pacticipant = (await findOrCreatePacticipants(trx, tenant, [name])).get(name) as Pacticipant;
    const { created } = await recordVersion(trx, tenant, { pacticipant, number, ...fields });
    return { saved: await readVersion(trx, name, number), created };
  });
}
