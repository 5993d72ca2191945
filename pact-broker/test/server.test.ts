import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { publication } from './contracts.ts';

const main = join(import.meta.dirname, '..', 'main.ts');
const cli = join(import.meta.dirname, '..', '..', 'scripts', 'concordat.ts');

interface Ended {
  code: number | null;
  output: string;
}

describe('the server as a process', () => {
  let data: string;
  let running: ChildProcess[];
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'concordat-test-'));
    running = [];
  });
  afterEach(async () => {
    for (const child of running.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
    }
    rmSync(data, { recursive: true, force: true });
  });

  const start = (args: string[], settings: Record<string, string> = {}) => {
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, args, { env: { PATH, HOME, CONCORDAT_DATA: data, CONCORDAT_PORT: '0', ...settings } });
    running.push(child);
    return child;
  };
  const untilEnd = (child: ChildProcess): Promise<Ended> =>
    new Promise((resolve) => {
      let output = '';
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
      child.once('close', (code) => resolve({ code, output }));
    });
  const untilListening = (child: ChildProcess): Promise<string> =>
    new Promise((resolve, reject) => {
      let output = '';
      child.stdout?.on('data', (text) => {
        output += text;
        const address = /Server listening at (http:\/\/[\d.:]+)/.exec(output);
        if (address) resolve(address[1] as string);
      });
      child.once('exit', () => reject(new Error(`The server ended: ${output}`)));
    });

  test.each([
    ['node pact-broker/main.ts', [main]],
    ['concordat serve', [cli, 'serve']],
  ])('%s listens, answers, and ends on SIGTERM', async (_name, args) => {
    const child = start(args);
    const url = await untilListening(child);
    const answer = await fetch(`${url}/diagnostic/status/heartbeat`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    const end = untilEnd(child);
    child.kill('SIGTERM');
    expect((await end).code).toBe(0);
  });

  test('finishes what is in flight when it is told to stop', async () => {
    const child = start([main]);
    const url = await untilListening(child);
    const providers = Array.from({ length: 200 }, (_, index) => `Provider ${index}`);
    const flight = fetch(`${url}/contracts/publish`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(publication('Web', '1', providers)),
    });
    // The request has left once its connection is there; the signal then meets it half-way or, at worst, before its first byte.
    await fetch(`${url}/diagnostic/status/heartbeat`);
    const end = untilEnd(child);
    child.kill('SIGTERM');
    expect((await flight).status).toBe(200);
    expect((await end).code).toBe(0);
  });

  test.each([
    ['a wrong setting', { CONCORDAT_PORT: 'http' }, 'CONCORDAT_PORT=http: give a whole number from 0 to 65535'],
    ['a data folder that is a file', { CONCORDAT_DATA: '/dev/null' }, 'CONCORDAT_DATA=/dev/null: '],
    ['an unknown setting', { CONCORDAT_PROT: '1' }, 'CONCORDAT_PROT: there is no such setting'],
    [
      'a database that is not there',
      { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
      'no PostgreSQL that answers: connect ECONNREFUSED',
    ],
    ['a database under a name that resolves to several addresses', { DATABASE_URL: 'postgres://nobody@localhost:1/none' }, 'ECONNREFUSED'],
  ])('does not start with %s, and says so without a stack trace', async (_name, settings, reason) => {
    const { code, output } = await untilEnd(start([main], settings));
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(reason) });
    expect(output).not.toMatch(/^\s+at /m);
  });

  test('does not start on a schema from a newer release', async () => {
    const first = start([main]);
    await untilListening(first);
    const end = untilEnd(first);
    first.kill('SIGTERM');
    await end;
    const database = new DatabaseSync(join(data, 'default.sqlite'));
    database.exec("insert into schema_versions (version, applied_at) values (999, '2030-01-01T00:00:00.000Z')");
    database.close();
    const { code, output } = await untilEnd(start([main]));
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('schema version 999') });
  });

  test('tells what is set for another broker, without its value', async () => {
    const child = start([main], { PACT_BROKER_DATABASE_URL: 'postgres://ci:hunter2@db/x', PACT_BROKER_BASIC_AUTH_PASSWORD: 'hunter2' });
    let output = '';
    child.stdout?.on('data', (text) => (output += text));
    await untilListening(child);
    const lines = output.split('\n').filter((line) => line.includes('"level":40'));
    expect(lines).toEqual([
      expect.stringContaining('PACT_BROKER_BASIC_AUTH_PASSWORD changes nothing here: there are no users'),
      expect.stringContaining('PACT_BROKER_DATABASE_URL changes nothing here: set DATABASE_URL'),
    ]);
    expect(output).not.toContain('hunter2');
  });

  test('--help prints every setting with its default', async () => {
    const { code, output } = await untilEnd(start([main, '--help']));
    expect(code).toBe(0);
    expect(output).toMatch(/CONCORDAT_PORT .*\(9292\)/);
  });
});
