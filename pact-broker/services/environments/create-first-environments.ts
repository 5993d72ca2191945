import type { EnvironmentFields } from '../../domain/environments/environment-fields.ts';
import type { Db } from '../../storage/database.ts';
import type { Tenant } from '../tenant.ts';
import { addEnvironment } from './save-environment.ts';

/** Writes what a new store begins with, in the transaction that makes its tables. Whoever deletes one of them does not get it back. */
export async function createFirstEnvironments(
  trx: Db,
  environments: EnvironmentFields[],
  world: Pick<Tenant, 'now' | 'newUuid'>,
): Promise<void> {
  for (const fields of environments) await addEnvironment(trx, fields, world);
}
