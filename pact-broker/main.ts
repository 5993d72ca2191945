#!/usr/bin/env node
import { randomUUID } from 'node:crypto';
import module from 'node:module';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Logger, pino } from 'pino';
import { buildApp } from './app.ts';
import { type Config, ConfigurationError, describeSettings, readConfig } from './config.ts';
import { endWithNpm } from './end-with-npm.ts';
import { type ForeignSetting, findForeignSettings } from './foreign-settings.ts';
import { startCleanUpSchedule } from './jobs/clean-up-schedule.ts';
import { startDeliveryWorker } from './jobs/delivery-worker.ts';
import { openStore } from './open-store.ts';
import { refuseSetting } from './refuse-setting.ts';
import type { Tenant } from './services/tenant.ts';
import type { OpenDatabase } from './storage/database.ts';
import { readOrCreateKeyFile } from './storage/secret-key.ts';
import { openWebhooks } from './webhooks.ts';

module.enableCompileCache?.();

export interface RunningServer {
  /** Where it listens, without a trailing slash. */
  url: string;
  /** Finishes what is in flight, then stops. */
  stop: () => Promise<void>;
}

const world: Pick<Tenant, 'now' | 'newUuid' | 'rest'> = {
  now: () => new Date().toISOString(),
  newUuid: randomUUID,
  rest: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }).catch(() => {}),
};

/** Opens the store, brings its schema up to date, and listens. Where it fails, nothing of it stays open. */
export async function startServer(config: Config, foreignSettings: ForeignSetting[] = []): Promise<RunningServer> {
  // Written beside the work: a request does not wait for its line in the log.
  const logger = pino({ level: config.logLevel }, pino.destination({ sync: false }));
  for (const { level, line } of foreignSettings) logger[level](line);
  const store = await openStore(config, world);
  let app: App | undefined;
  try {
    app = await assemble(config, store, logger);
    const url = await app.listen({ host: config.host, port: config.port }).catch(refuseSetting('CONCORDAT_HOST and CONCORDAT_PORT'));
    return { url, stop: () => (app as App).close() };
  } catch (error) {
    await (app ? app.close() : store.close());
    throw error;
  }
}

type App = Awaited<ReturnType<typeof assemble>>;

/** The application with its jobs; closing it ends all of them, and the store. */
async function assemble(config: Config, store: OpenDatabase, logger: Logger) {
  const { baseUrl, bodyLimit, shieldsIoUrl, rules, retention } = config;
  const webhooks = openWebhooks({ ...config.webhooks, secretKeys: await secretKeys(config, logger) });
  const tenant: Tenant = { ...world, db: store.db, rules, retention, webhooks };
  const app = await buildApp({ tenant, baseUrl, bodyLimit, shieldsIoUrl, logger });
  const worker = startDeliveryWorker(tenant, {
    report: (err) => logger.error({ err }, 'a webhook could not be delivered'),
    gaveUp: (delivery) => logger.warn(delivery, 'a webhook was not delivered and is given up'),
  });
  const cleanUps = startCleanUpSchedule(tenant, {
    done: ({ warnings, ...outcome }) => {
      for (const warning of warnings) logger.warn(`CONCORDAT_CLEAN_KEEP: ${warning}`);
      logger.info(outcome, 'cleaned up');
    },
    report: (err) => logger.error({ err }, 'a clean-up failed'),
  });
  app.addHook('onClose', async () => {
    await Promise.all([worker.stop(), cleanUps.stop()]);
    await store.close();
  });
  return app;
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

/** `concordat serve`: starts the server with the settings of the environment, and stops it on SIGTERM and SIGINT. */
export async function serve(args: string[]): Promise<void> {
  if (args.includes('--help')) {
    console.log(`Usage: concordat serve\n\nStarts the broker. Settings are environment variables:\n${describeSettings()}`);
    return;
  }
  if (args.length > 0) throw new ConfigurationError(`${args.join(' ')}: serve takes no arguments; --help lists the settings`);
  const stopWatching = endWithNpm();
  const server = await startServer(readConfig(process.env), findForeignSettings(process.env));
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      // What it would send now would cut short what is in flight.
      stopWatching();
      void server.stop();
    });
}

if (import.meta.main) {
  serve(process.argv.slice(2)).catch((error: Error) => {
    console.error(`concordat could not start:\n${error.message}`);
    process.exitCode = 1;
  });
}
