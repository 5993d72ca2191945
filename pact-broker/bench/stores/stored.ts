import { createHash } from 'node:crypto';
import { constants, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StoreSettings } from '../../test/broker-process.ts';
import { POSTGRES_SCHEMA, readStore, runPostgres, SQLITE_FILE } from '../../test/read-store.ts';
import { fillPostgres } from './postgres-store.ts';
import type { Size } from './sizes.ts';
import { fillSqlite } from './sqlite-store.ts';

/** A filled store that a broker can be started on. */
export interface FilledStore {
  settings: StoreSettings;
  /** Runs a query of the benchmark's own, to learn what there is to ask about. */
  read: <R>(query: string) => Promise<R[]>;
  /** A copy for requests that write, so that the store itself does not grow. */
  copy: () => Promise<{ settings: StoreSettings; remove: () => Promise<void> }>;
}

/** The store of this size as a SQLite file in the folder; filled if it is not there yet. */
export async function sqliteStore(folder: string, size: Size): Promise<FilledStore> {
  const name = `sqlite-${size.name}-${fingerprint()}`;
  const data = join(folder, name);
  if (!existsSync(data)) {
    mkdirSync(folder, { recursive: true });
    for (const old of readdirSync(folder)) if (old.startsWith(`sqlite-${size.name}-`)) rmSync(join(folder, old), { recursive: true });
    const unfinished = mkdtempSync(join(folder, 'unfinished-'));
    await fillSqlite(join(unfinished, SQLITE_FILE), size);
    renameSync(unfinished, data);
  }
  return {
    settings: { CONCORDAT_DATA: data },
    read: (query) => readStore({ CONCORDAT_DATA: data }, query),
    copy: async () => {
      const copy = mkdtempSync(join(folder, 'copy-'));
      copyFileSync(join(data, SQLITE_FILE), join(copy, SQLITE_FILE), constants.COPYFILE_FICLONE);
      return { settings: { CONCORDAT_DATA: copy }, remove: async () => rmSync(copy, { recursive: true }) };
    },
  };
}

/** The store of this size as a database of its own on the server; filled if it is not there yet. */
export async function postgresStore(server: string, size: Size): Promise<FilledStore> {
  const prefix = `bench_${size.name.toLowerCase()}_`;
  const name = prefix + fingerprint();
  const databases = await runPostgres<{ datname: string }>(server, `select datname from pg_database where datname like '${prefix}%'`);
  if (!databases.some(({ datname }) => datname === name)) {
    for (const { datname } of databases) await runPostgres(server, `drop database ${datname}`);
    const unfinished = `${name}_unfinished`;
    await runPostgres(server, `create database ${unfinished}`);
    await fillPostgres({ url: databaseUrl(server, unfinished), schema: POSTGRES_SCHEMA }, size);
    await runPostgres(server, `alter database ${unfinished} rename to ${name}`);
  }
  const url = databaseUrl(server, name);
  return {
    settings: { DATABASE_URL: url },
    read: (query) => readStore({ DATABASE_URL: url }, query),
    copy: async () => {
      const copy = `${name}_copy`;
      await runPostgres(server, `drop database if exists ${copy}`);
      await runPostgres(server, `create database ${copy} template ${name} strategy file_copy`);
      return {
        settings: { DATABASE_URL: databaseUrl(server, copy) },
        remove: async () => void (await runPostgres(server, `drop database ${copy} with (force)`)),
      };
    },
  };
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Of everything that decides what a filled store looks like: a store filled by other code is not used. */
function fingerprint(): string {
  const hash = createHash('sha1');
  const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  for (const folder of [at('.'), at('../../storage/migrations')])
    for (const file of readdirSync(folder).sort()) if (file !== 'stored.ts') hash.update(readFileSync(join(folder, file)));
  for (const file of ['domain/pacts/pact-content.ts', 'domain/pacts/faithful-json.ts', 'storage/compression.ts'])
    hash.update(readFileSync(at(`../../${file}`)));
  return hash.digest('hex').slice(0, 8);
}
