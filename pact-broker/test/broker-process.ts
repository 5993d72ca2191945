import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './postgres.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
const LONGEST_START = 20_000;

/** What the broker is told by environment variables: where its store is. */
export type StoreSettings = { CONCORDAT_DATA: string } | { DATABASE_URL: string };

export interface BrokerProcess {
  url: string;
  pid: number;
  /** Asks it to finish, and waits until it has. */
  stop: () => Promise<void>;
  /** Ends it at once, as a crash would. */
  kill: () => Promise<void>;
}

/** Starts the broker as its users do, as a process of its own on a free port, with nothing of this process's own settings. */
export async function startBrokerProcess(store: StoreSettings, nodeOptions: string[] = []): Promise<BrokerProcess> {
  const port = await freePort();
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('CONCORDAT_') && name !== 'DATABASE_URL');
  const env = { ...Object.fromEntries(inherited), ...store, CONCORDAT_PORT: String(port) };
  const child = spawn(process.execPath, [...nodeOptions, MAIN], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  // Whoever started it may be interrupted.
  const killChild = () => child.kill('SIGKILL');
  process.once('exit', killChild);
  child.once('exit', () => process.off('exit', killChild));
  const url = `http://127.0.0.1:${port}`;
  await untilItAnswers(url, child);
  return { url, pid: child.pid as number, stop: () => end(child, 'SIGTERM'), kill: () => end(child, 'SIGKILL') };
}

async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
  const latest = Date.now() + LONGEST_START;
  while (Date.now() < latest) {
    if (child.exitCode !== null) throw new Error(`The broker ended with exit code ${child.exitCode} while it was starting`);
    try {
      await (await fetch(url)).text();
      return;
    } catch {
      await setTimeout(20);
    }
  }
  child.kill('SIGKILL');
  throw new Error(`The broker did not answer within ${LONGEST_START / 1000} seconds`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}
