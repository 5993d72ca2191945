import { NotFound } from '../../domain/errors.ts';
import type { Db } from '../../storage/database.ts';
import { type Environment, findEnvironment } from '../../storage/environments.ts';

/** Throws NotFound. */
export async function requireEnvironment(db: Db, uuid: string): Promise<Environment> {
  const environment = await findEnvironment(db, uuid);
  if (!environment) throw environmentNotFound(uuid);
  return environment;
}

export const environmentNotFound = (uuid: string) => new NotFound(`environment with the uuid "${uuid}"`);
