import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { DatabaseUnavailable } from './domain/errors.ts';
import { refuseSetting } from './refuse-setting.ts';
import { createFirstEnvironments } from './services/environments/create-first-environments.ts';
import type { Tenant } from './services/tenant.ts';
import { type DatabaseLocation, type OpenDatabase, openDatabase } from './storage/database.ts';
import { migrate } from './storage/migrate.ts';

const TENANT = 'default';

/** Opens the store with this program's schema; a new one begins with the environments that are set. */
export async function openStore(config: Config, world: Pick<Tenant, 'now' | 'newUuid'>): Promise<OpenDatabase> {
  const { databaseUrl, databaseConnections, data } = config;
  if (!databaseUrl) return openFile(config, world).catch(refuseSetting(`CONCORDAT_DATA=${data}`));
  const location = { url: databaseUrl, schema: `tenant_${TENANT}`, connections: databaseConnections };
  return openAt(location, config, world).catch(sayWhyUnavailable);
}

async function openFile(config: Config, world: Pick<Tenant, 'now' | 'newUuid'>) {
  await mkdir(config.data, { recursive: true });
  return openAt({ file: join(config.data, `${TENANT}.sqlite`) }, config, world);
}

async function openAt(location: DatabaseLocation, { environments }: Config, world: Pick<Tenant, 'now' | 'newUuid'>) {
  const database = openDatabase(location);
  const whenNew = (trx: OpenDatabase['db']) => createFirstEnvironments(trx, environments, world);
  try {
    await migrate(database.db, { ...('schema' in location ? { schema: location.schema } : {}), whenNew });
    return database;
  } catch (error) {
    // A connection that stays open would keep the process alive.
    await database.close();
    throw error;
  }
}

/** To whoever starts the broker, not to whoever asks it: the reason may name hosts and users. */
function sayWhyUnavailable(error: unknown): never {
  if (!(error instanceof DatabaseUnavailable)) throw error;
  const { message, code } = error.cause as Error & { code?: string };
  if (message.includes('password must be')) throw new Error('PostgreSQL asks for a password, and DATABASE_URL has none.');
  throw new Error(`DATABASE_URL leads to no PostgreSQL that answers: ${message || code}`);
}
