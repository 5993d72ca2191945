import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type PostgresServer, startPostgres } from './postgres.ts';

const main = join(import.meta.dirname, '..', 'main.ts');
/** Milliseconds from the message to the end, on a machine that has other things to do. */
const PROMPT = 3000;

let data: string;
let postgres: PostgresServer;
let occupant: Server;
let takenPort: string;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'concordat-test-'));
  postgres = await startPostgres(['fsync=off']);
  await askForPasswords(postgres.url, 'guarded', 'opensesame');
  occupant = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => occupant.once('listening', resolve));
  takenPort = String((occupant.address() as { port: number }).port);
});
afterAll(async () => {
  occupant.close();
  await postgres.stop();
  rmSync(data, { recursive: true, force: true });
});

/** Makes a user whom the server asks for a password, as servers do that are not for tests. */
async function askForPasswords(url: string, user: string, password: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`create role ${user} login superuser password '${password}'`);
  const { rows } = await client.query<{ hba_file: string }>('show hba_file');
  await client.query(`copy (values ('host all ${user} 127.0.0.1/32 scram-sha-256'), ('host all all 127.0.0.1/32 trust'))
    to '${rows[0]?.hba_file}'`);
  await client.query('select pg_reload_conf()');
  await client.end();
}

function start(settings: Record<string, string>): Promise<{ code: number | null; output: string; lingered: number }> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [main], { env: { PATH, HOME, CONCORDAT_DATA: data, CONCORDAT_PORT: '0', ...settings } });
  return new Promise((resolve) => {
    let output = '';
    let told = performance.now();
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        output += text;
        told = performance.now();
      });
    const giveUp = setTimeout(() => child.kill('SIGKILL'), 30_000);
    child.once('close', (code) => {
      clearTimeout(giveUp);
      resolve({ code, output, lingered: performance.now() - told });
    });
  });
}

const as = (who: string) => ({ DATABASE_URL: postgres.url.replace('concordat@', `${who}@`) });
const CLEANING = { CONCORDAT_CLEAN_KEEP: '[{"max_age":90}]' };

describe('a start that fails ends with its message', () => {
  test.each<[string, () => Record<string, string>, string]>([
    ['a taken port', () => ({ CONCORDAT_PORT: takenPort }), 'EADDRINUSE'],
    ['a taken port, while it cleans up', () => ({ CONCORDAT_PORT: takenPort, ...CLEANING }), 'EADDRINUSE'],
    ['a taken port, with PostgreSQL', () => ({ CONCORDAT_PORT: takenPort, ...as('guarded:opensesame') }), 'EADDRINUSE'],
    ['an address of another machine', () => ({ CONCORDAT_HOST: '192.0.2.1' }), 'EADDRNOTAVAIL'],
    ['no password', () => as('guarded'), 'PostgreSQL asks for a password, and DATABASE_URL has none'],
    ['a wrong password', () => as('guarded:letmein'), 'password authentication failed'],
    ['a wrong database', () => ({ DATABASE_URL: `${as('guarded:opensesame').DATABASE_URL}-not` }), 'does not exist'],
    ['a password that no address may hold', () => as('guarded:open#sesame'), 'DATABASE_URL'],
  ])('%s', async (_name, settings, reason) => {
    const { code, output, lingered } = await start(settings());
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(reason) });
    expect(lingered).toBeLessThan(PROMPT);
    expect(output).not.toMatch(/sesame|letmein|^\s+at /m);
  });

  test('and leaves a store that the next start finds as it should be', async () => {
    const fresh = join(data, 'fresh');
    expect((await start({ CONCORDAT_DATA: fresh, CONCORDAT_PORT: takenPort })).code).toBe(1);
    expect((await start({ CONCORDAT_DATA: fresh, CONCORDAT_PORT: takenPort })).output).toContain('EADDRINUSE');
  });
});
