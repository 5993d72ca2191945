import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { StoreSettings } from './broker-process.ts';

/** The file and the schema that main.ts gives the only tenant there is yet. */
export const SQLITE_FILE = 'default.sqlite';
export const POSTGRES_SCHEMA = 'tenant_default';

/** Asks the store of a broker process directly, behind its back. */
export async function readStore<R>(store: StoreSettings, query: string): Promise<R[]> {
  if ('DATABASE_URL' in store) return runPostgres<R>(store.DATABASE_URL, `set search_path to ${POSTGRES_SCHEMA}; ${query}`);
  const database = new DatabaseSync(join(store.CONCORDAT_DATA, SQLITE_FILE), { readOnly: true });
  try {
    return database.prepare(query).all() as R[];
  } finally {
    database.close();
  }
}

/** Runs one or several statements and hands back the rows of the last. */
export async function runPostgres<R>(url: string, text: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const results = [await client.query(text)].flat();
    return (results.at(-1)?.rows ?? []) as R[];
  } finally {
    await client.end();
  }
}
