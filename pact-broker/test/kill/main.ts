import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { StoreSettings } from '../broker-process.ts';
import { startPostgres } from '../postgres.ts';
import { countAcknowledged, type KillRound, killRounds } from './kill-rounds.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '30' }, database: { type: 'string', default: 'sqlite' } },
});

async function openStore(): Promise<{ store: StoreSettings; remove: () => Promise<void> }> {
  if (values.database === 'postgres') {
    const server = await startPostgres();
    return { store: { DATABASE_URL: server.url }, remove: server.stop };
  }
  const folder = mkdtempSync(join(tmpdir(), 'concordat-kill-'));
  return { store: { CONCORDAT_DATA: folder }, remove: async () => rmSync(folder, { recursive: true }) };
}

function report({ killedAfterMilliseconds, attempts, problems }: KillRound): void {
  const acknowledged = countAcknowledged(attempts);
  console.log(`killed after ${killedAfterMilliseconds} ms; ${acknowledged} of ${attempts.length} publications were acknowledged`);
  for (const problem of problems) console.error(`  ${problem}`);
}

const { store, remove } = await openStore();
try {
  const { acknowledged, problems } = await killRounds(store, Number(values.rounds), report);
  // Without a single acknowledged publication nothing was tried.
  if (problems.length > 0 || acknowledged === 0) process.exitCode = 1;
  if (problems.length > 0) console.error(`Something was lost:\n${problems.join('\n')}`);
  else console.log(`Nothing was lost: all ${acknowledged} acknowledged publications are there, and no half of one.`);
} finally {
  await remove();
}
