import type { EnvironmentFields } from '../../domain/environments/environment-fields.ts';
import { environmentNameTaken } from '../../domain/environments/environment-name-taken.ts';
import type { Db } from '../../storage/database.ts';
import {
  deleteEnvironment as deleteRow,
  type Environment,
  findEnvironmentByName,
  insertEnvironment,
  updateEnvironment as updateRow,
} from '../../storage/environments.ts';
import { inTransaction } from '../../storage/transaction.ts';
import type { Tenant } from '../tenant.ts';
import { environmentNotFound, requireEnvironment } from './require-environment.ts';

/** Throws ValidationFailed where the name is taken. */
export function createEnvironment(tenant: Tenant, fields: EnvironmentFields): Promise<Environment> {
  return inTransaction(tenant.db, async (trx) => {
    await refuseTakenName(trx, fields.name);
    return addEnvironment(trx, fields, tenant);
  });
}

/** Writes an environment whose name nobody has, in the caller's transaction. */
export function addEnvironment(
  trx: Db,
  fields: EnvironmentFields,
  { now, newUuid }: Pick<Tenant, 'now' | 'newUuid'>,
): Promise<Environment> {
  const time = now();
  return insertEnvironment(trx, { uuid: newUuid(), ...columns(fields), created_at: time, updated_at: time });
}

/** Replaces what is said about an environment. Throws NotFound, and ValidationFailed where the name is taken. */
export function updateEnvironment(tenant: Tenant, uuid: string, fields: EnvironmentFields): Promise<Environment> {
  return inTransaction(tenant.db, async (trx) => {
    await requireEnvironment(trx, uuid);
    await refuseTakenName(trx, fields.name, uuid);
    const updated = await updateRow(trx, uuid, { ...columns(fields), updated_at: tenant.now() });
    if (!updated) throw environmentNotFound(uuid);
    return updated;
  });
}

/** Throws NotFound. */
export function deleteEnvironment(tenant: Tenant, uuid: string): Promise<void> {
  return inTransaction(tenant.db, async (trx) => {
    if (!(await deleteRow(trx, uuid))) throw environmentNotFound(uuid);
  });
}

async function refuseTakenName(trx: Db, name: string, by?: string): Promise<void> {
  const found = await findEnvironmentByName(trx, name);
  if (found && found.uuid !== by) throw environmentNameTaken(name);
}

const columns = ({ name, displayName, production, contacts }: EnvironmentFields) => ({
  name,
  display_name: displayName,
  production: production ? (1 as const) : (0 as const),
  contacts: contacts && JSON.stringify(contacts),
});
