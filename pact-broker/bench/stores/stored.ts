import { createHash } from 'node:crypto';
import { constants, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { StoreSettings } from '../../test/broker-process.ts';
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

const FILE = 'default.sqlite';
const SCHEMA = 'tenant_default';

/** The store of this size as a SQLite file in the folder; filled if it is not there yet. */
export async function sqliteStore(folder: string, size: Size): Promise<FilledStore> {
  const name = `sqlite-${size.name}-${fingerprint()}`;
  const data = join(folder, name);
  if (!existsSync(data)) {
    mkdirSync(folder, { recursive: true });
    for (const old of readdirSync(folder)) if (old.startsWith(`sqlite-${size.name}-`)) rmSync(join(folder, old), { recursive: true });
    const unfinished = mkdtempSync(join(folder, 'unfinished-'));
    await fillSqlite(join(unfinished, FILE), size);
    renameSync(unfinished, data);
  }
  return {
    settings: { CONCORDAT_DATA: data },
    read: async <R>(query: string) => readSqlite(join(data, FILE), query) as R[],
    copy: async () => {
      const copy = mkdtempSync(join(folder, 'copy-'));
      copyFileSync(join(data, FILE), join(copy, FILE), constants.COPYFILE_FICLONE);
      return { settings: { CONCORDAT_DATA: copy }, remove: async () => rmSync(copy, { recursive: true }) };
    },
  };
}

/** The store of this size as a database of its own on the server; filled if it is not there yet. */
export async function postgresStore(server: string, size: Size): Promise<FilledStore> {
  const prefix = `bench_${size.name.toLowerCase()}_`;
  const name = prefix + fingerprint();
  const databases = await query<{ datname: string }>(server, `select datname from pg_database where datname like '${prefix}%'`);
  if (!databases.some(({ datname }) => datname === name)) {
    for (const { datname } of databases) await query(server, `drop database ${datname}`);
    const unfinished = `${name}_unfinished`;
    await query(server, `create database ${unfinished}`);
    await fillPostgres({ url: databaseUrl(server, unfinished), schema: SCHEMA }, size);
    await query(server, `alter database ${unfinished} rename to ${name}`);
  }
  const url = databaseUrl(server, name);
  return {
    settings: { DATABASE_URL: url },
    read: <R>(text: string) => query<R>(url, `set search_path to ${SCHEMA}; ${text}`),
    copy: async () => {
      const copy = `${name}_copy`;
      await query(server, `drop database if exists ${copy}`);
      await query(server, `create database ${copy} template ${name} strategy file_copy`);
      return {
        settings: { DATABASE_URL: databaseUrl(server, copy) },
        remove: async () => void (await query(server, `drop database ${copy} with (force)`)),
      };
    },
  };
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function readSqlite(file: string, query: string): unknown[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare(query).all();
  } finally {
    database.close();
  }
}

/** Runs one or several statements and hands back the rows of the last. */
async function query<R>(url: string, text: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const results = [await client.query(text)].flat();
    return (results.at(-1)?.rows ?? []) as R[];
  } finally {
    await client.end();
  }
}

/** Of everything that decides what a filled store looks like: a store filled by other code is not used. */
function fingerprint(): string {
  const hash = createHash('sha1');
  const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  for (const folder of [at('.'), at('../../storage/migrations')])
    for (const file of readdirSync(folder).sort()) if (file !== 'stored.ts') hash.update(readFileSync(join(folder, file)));
  return hash
    .update(readFileSync(at('../../domain/pacts/pact-content.ts')))
    .digest('hex')
    .slice(0, 8);
}
