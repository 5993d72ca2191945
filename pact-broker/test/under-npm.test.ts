import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startBrokerProcess } from './broker-process.ts';
import { publication } from './contracts.ts';

const root = join(import.meta.dirname, '..', '..');
let folder: string;
let running: number[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'concordat-test-'));
});
afterEach(() => {
  // A process that was left behind must not outlive the test.
  for (const pid of running.filter(isRunning)) process.kill(pid, 'SIGKILL');
  running = [];
  rmSync(folder, { recursive: true, force: true });
});

function start(command: string, args: string[]): ChildProcess {
  const { PATH, HOME } = process.env;
  const settings = { CONCORDAT_DATA: join(folder, 'data'), CONCORDAT_PORT: '0', npm_config_cache: join(folder, 'npm') };
  return spawn(command, args, { cwd: root, env: { PATH, HOME, ...settings }, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Where the broker listens, and its own process, which is not npm's. */
function untilListening(npm: ChildProcess): Promise<{ url: string; pid: number }> {
  return new Promise((resolve, reject) => {
    let output = '';
    npm.stdout?.on('data', (text) => {
      output += text;
      const [, pid, url] = /"pid":(\d+).*listening at (http:\/\/[\d.:]+)/.exec(output) ?? [];
      if (url) resolve({ url, pid: Number(pid) });
    });
    npm.once('exit', () => reject(new Error(`It ended: ${output}`)));
  });
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const untilGone = async (pid: number): Promise<void> => {
  while (isRunning(pid)) await new Promise((resolve) => setTimeout(resolve, 50));
};

const toNpm = (npm: ChildProcess) => npm.kill('SIGTERM');
/** As a terminal sends Ctrl-C: to each process of the group. */
const toAll = (npm: ChildProcess) => process.kill(-(npm.pid as number), 'SIGINT');

test.each<[string, string, string[], (npm: ChildProcess) => void]>([
  ['npm start', 'SIGTERM', ['npm', 'start'], toNpm],
  ['npm start', 'Ctrl-C', ['npm', 'start'], toAll],
  ['npx concordat serve', 'SIGTERM', ['npx', 'concordat', 'serve'], toNpm],
  ['npx concordat serve', 'Ctrl-C', ['npx', 'concordat', 'serve'], toAll],
])('%s ends at %s, and keeps what it has acknowledged', async (_name, _signal, [command = '', ...args], end) => {
  const npm = start(command, args);
  const { url, pid } = await untilListening(npm);
  running.push(pid, npm.pid as number);
  const headers = { 'content-type': 'application/json' };
  const published = await fetch(`${url}/contracts/publish`, {
    method: 'POST',
    headers,
    body: JSON.stringify(publication('Web', '1', ['API'])),
  });
  expect(published.status).toBe(200);
  end(npm);
  await untilGone(pid);
  const again = await startBrokerProcess({ CONCORDAT_DATA: join(folder, 'data') });
  try {
    expect((await fetch(`${again.url}/pacts/provider/API/consumer/Web/latest`)).status).toBe(200);
  } finally {
    await again.stop();
  }
});
