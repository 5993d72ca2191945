import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import { readConfig } from '../config.ts';
import { type RunningServer, startServer } from '../main.ts';
import { openDatabase } from '../storage/database.ts';
import { migrate } from '../storage/migrate.ts';
import { type DatabaseName, databases } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'concordat-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Environment {
  uuid: string;
  name: string;
  displayName: string;
  production: boolean;
}

/** A database of its own: what is set of a store's beginning is read by a whole broker. */
async function newStore(database: DatabaseName, name: string): Promise<Record<string, string>> {
  if (database === 'sqlite') return { CONCORDAT_DATA: join(folder, name) };
  const url = process.env.TEST_POSTGRES_URL as string;
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`create database ${name} template template0`);
  await client.end();
  return { DATABASE_URL: url.replace(/[^/]+$/, name), CONCORDAT_SECRET_KEY: Buffer.alloc(32, 1).toString('base64') };
}

describe.each(databases)('the environments of a new broker on %s', (database) => {
  let running: RunningServer[] = [];
  afterEach(async () => {
    for (const server of running) await server.stop();
    running = [];
  });

  const start = async (store: Record<string, string>, settings: Record<string, string> = {}) => {
    const quiet = { CONCORDAT_PORT: '0', CONCORDAT_LOG_LEVEL: 'silent' };
    const server = await startServer(readConfig({ ...quiet, ...store, ...settings }));
    running.push(server);
    return server.url;
  };
  const environmentsAt = async (url: string): Promise<Environment[]> => {
    const answer = await fetch(`${url}/environments`);
    return ((await answer.json()) as { _embedded: { environments: Environment[] } })._embedded.environments;
  };
  const names = async (url: string) => (await environmentsAt(url)).map(({ name }) => name);

  test('are test and production', async () => {
    const url = await start(await newStore(database, 'usual'));
    expect(await environmentsAt(url)).toMatchObject([
      { name: 'production', displayName: 'Production', production: true },
      { name: 'test', displayName: 'Test', production: false },
    ]);
  });

  test('are those that are set, or none', async () => {
    expect(await names(await start(await newStore(database, 'others'), { CONCORDAT_CREATE_ENVIRONMENTS: 'dev,prod' }))).toEqual([
      'dev',
      'prod',
    ]);
    expect(await names(await start(await newStore(database, 'nothing'), { CONCORDAT_CREATE_ENVIRONMENTS: '' }))).toEqual([]);
  });

  test('do not come back once they are deleted, nor when others are set', async () => {
    const store = await newStore(database, 'again');
    const url = await start(store);
    const [production] = await environmentsAt(url);
    expect((await fetch(`${url}/environments/${production?.uuid}`, { method: 'DELETE' })).status).toBe(204);
    await running.pop()?.stop();
    expect(await names(await start(store, { CONCORDAT_CREATE_ENVIRONMENTS: 'production,staging' }))).toEqual(['test']);
  });

  test('do not come into a store of an earlier schema', async () => {
    const store = await newStore(database, 'earlier');
    const location = store.DATABASE_URL
      ? { url: store.DATABASE_URL, schema: 'tenant_default', connections: 1 }
      : { file: join(folder, 'early.sqlite') };
    const { db, close } = openDatabase(location);
    let times = 0;
    const whenNew = async () => void times++;
    await migrate(db, { schema: 'tenant_default', version: 1, whenNew });
    await migrate(db, { schema: 'tenant_default', whenNew });
    await close();
    expect(times).toBe(1);
  });

  test('come with the tables, or neither does', async () => {
    const schema = 'halfway';
    const location =
      database === 'sqlite' ? { file: join(folder, schema) } : { url: process.env.TEST_POSTGRES_URL as string, schema, connections: 1 };
    const { db, close } = openDatabase(location);
    const interrupted = migrate(db, { schema, whenNew: () => Promise.reject(new Error('killed')) });
    await expect(interrupted).rejects.toThrow('killed');
    await expect(sql`select * from environments`.execute(db)).rejects.toThrow(/environments/);
    await migrate(db, { schema });
    expect((await sql`select * from environments`.execute(db)).rows).toEqual([]);
    await close();
  });

  test('are created once by brokers that start at the same moment', async () => {
    const store = await newStore(database, 'together');
    const urls = await Promise.all([1, 2, 3, 4].map(() => start(store)));
    for (const url of urls) expect(await names(url)).toEqual(['production', 'test']);
  });
});
