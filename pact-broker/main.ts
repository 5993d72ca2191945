#!/usr/bin/env node
import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import module from 'node:module';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Logger, pino } from 'pino';
import { buildApp } from './app.ts';
import { type Config, ConfigurationError, describeSettings, readConfig } from './config.ts';
import { DatabaseUnavailable } from './domain/errors.ts';
import { startCleanUpSchedule } from './jobs/clean-up-schedule.ts';
import { startDeliveryWorker } from './jobs/delivery-worker.ts';
import type { Tenant } from './services/tenant.ts';
import { openDatabase } from './storage/database.ts';
import { migrate } from './storage/migrate.ts';
import { readOrCreateKeyFile } from './storage/secret-key.ts';
import { openWebhooks } from './webhooks.ts';

module.enableCompileCache?.();

export interface RunningServer {
  /** Where it listens, without a trailing slash. */
  url: string;
  /** Finishes what is in flight, then stops. */
  stop: () => Promise<void>;
}

const TENANT = 'default';

/** Opens the store, brings its schema up to date, and listens. */
export async function startServer(config: Config): Promise<RunningServer> {
  // Written beside the work: a request does not wait for its line in the log.
  const logger = pino({ level: config.logLevel }, pino.destination({ sync: false }));
  const database = await openStore(config);
  const webhooks = openWebhooks({ ...config.webhooks, secretKeys: await secretKeys(config, logger) });
  const { baseUrl, bodyLimit, shieldsIoUrl, rules, retention } = config;
  const tenant: Tenant = {
    db: database.db,
    rules,
    retention,
    webhooks,
    now: () => new Date().toISOString(),
    newUuid: randomUUID,
    rest: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }).catch(() => {}),
  };
  const app = await buildApp({ tenant, baseUrl, bodyLimit, shieldsIoUrl, logger });
  const worker = startDeliveryWorker(tenant, {
    report: (err) => logger.error({ err }, 'a webhook could not be delivered'),
    gaveUp: (delivery) => logger.warn(delivery, 'a webhook was not delivered and is given up'),
  });
  const cleanUps = startCleanUpSchedule(tenant, {
    done: (outcome) => logger.info(outcome, 'cleaned up'),
    report: (err) => logger.error({ err }, 'a clean-up failed'),
  });
  app.addHook('onClose', async () => {
    await Promise.all([worker.stop(), cleanUps.stop()]);
    await database.close();
  });
  const url = await app.listen({ host: config.host, port: config.port }).catch(refuseSetting('CONCORDAT_HOST and CONCORDAT_PORT'));
  return { url, stop: () => app.close() };
}

/** Those of the configuration. Without any, an embedded store has a key of its own beside it, which replicas could not share. */
async function secretKeys({ webhooks, databaseUrl, data }: Config, logger: Logger): Promise<Buffer[]> {
  if (webhooks.secretKeys.length > 0) return webhooks.secretKeys;
  if (!databaseUrl) return [await readOrCreateKeyFile(join(data, 'secret.key'))];
  logger.warn(
    'CONCORDAT_SECRET_KEY is not set: a webhook with a password or a secret header cannot be saved. ' +
      'To save one, set it to 32 random bytes in base64 (openssl rand -base64 32), the same on every replica.',
  );
  return [];
}

async function openStore({ databaseUrl, databaseConnections, data }: Config) {
  if (databaseUrl) {
    const schema = `tenant_${TENANT}`;
    const database = openDatabase({ url: databaseUrl, schema, connections: databaseConnections });
    await migrate(database.db, schema).catch(sayWhyUnavailable);
    return database;
  }
  return openFile(data).catch(refuseSetting(`CONCORDAT_DATA=${data}`));
}

async function openFile(data: string) {
  await mkdir(data, { recursive: true });
  const database = openDatabase({ file: join(data, `${TENANT}.sqlite`) });
  await migrate(database.db);
  return database;
}

/** What the system refuses is told with the setting to look at; our own errors say it themselves. */
const refuseSetting = (setting: string) => (error: Error) => {
  throw 'errno' in error || 'errcode' in error ? new Error(`${setting}: ${error.message}`) : error;
};

/** To whoever starts the broker, not to whoever asks it: the reason may name hosts and users. */
function sayWhyUnavailable(error: unknown): never {
  if (!(error instanceof DatabaseUnavailable)) throw error;
  const { message, code } = error.cause as Error & { code?: string };
  throw new Error(`DATABASE_URL leads to no PostgreSQL that answers: ${message || code}`);
}

/** `concordat serve`: starts the server with the settings of the environment, and stops it on SIGTERM and SIGINT. */
export async function serve(args: string[]): Promise<void> {
  if (args.includes('--help')) {
    console.log(`Usage: concordat serve\n\nStarts the broker. Settings are environment variables:\n${describeSettings()}`);
    return;
  }
  if (args.length > 0) throw new ConfigurationError(`${args.join(' ')}: serve takes no arguments; --help lists the settings`);
  const server = await startServer(readConfig(process.env));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void server.stop());
}

if (import.meta.main) {
  serve(process.argv.slice(2)).catch((error: Error) => {
    console.error(`concordat could not start:\n${error.message}`);
    process.exitCode = 1;
  });
}
