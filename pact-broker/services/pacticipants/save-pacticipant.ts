import type { PacticipantFields } from '../../domain/pacticipants/pacticipant-fields.ts';
import {
  findPacticipant,
  insertPacticipants,
  type Pacticipant,
  type PacticipantChanges,
  updatePacticipant,
} from '../../storage/pacticipants.ts';
import { inTransaction, stillThere } from '../../storage/transaction.ts';
import type { Tenant } from '../tenant.ts';
import { type PacticipantDetails, readPacticipant } from './read-pacticipants.ts';

export type SavedPacticipant = PacticipantDetails & { created: boolean };

/** Creates a pacticipant, or changes the one of that name: creating it explicitly is allowed whatever other names are like it. */
export function savePacticipant(tenant: Tenant, name: string, fields: PacticipantFields): Promise<SavedPacticipant> {
  return inTransaction(tenant.db, async (trx) => {
    const now = tenant.now();
    const created = (await insertPacticipants(trx, [name], now)).length > 0;
    const pacticipant = stillThere(await findPacticipant(trx, name));
    const changes = changesTo(pacticipant, fields);
    if (Object.keys(changes).length > 0) await updatePacticipant(trx, pacticipant.id, changes, now);
    return { ...(await readPacticipant(trx, name)), created };
  });
}

/** Only what differs, so that saying the same again changes nothing, not even the time of the last change. */
function changesTo(pacticipant: Pacticipant, fields: PacticipantFields): PacticipantChanges {
  const wanted = {
    display_name: fields.displayName,
    main_branch: fields.mainBranch,
    repository_url: fields.repositoryUrl,
    repository_name: fields.repositoryName,
    repository_namespace: fields.repositoryNamespace,
  };
  const changed = Object.entries(wanted).filter(
    ([column, value]) => value !== undefined && value !== pacticipant[column as keyof typeof wanted],
  );
  return Object.fromEntries(changed);
}
