import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { StoreSettings } from '../broker-process.ts';
import { startPostgres } from '../postgres.ts';
import { killRound } from './kill-rounds.ts';

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

const { store, remove } = await openStore();
let acknowledged = 0;
try {
  for (let round = 1; round <= Number(values.rounds); round++) {
    const { problems, ...counts } = await killRound(store);
    acknowledged += counts.acknowledged;
    console.log(
      `${round}: killed after ${counts.killedAfterMilliseconds} ms; ${counts.acknowledged} of ${counts.attempts} publications were acknowledged`,
    );
    for (const problem of problems) console.error(`   ${problem}`);
    if (problems.length > 0) process.exitCode = 1;
  }
} finally {
  await remove();
}
if (acknowledged === 0) process.exitCode = 1;
console.log(
  process.exitCode
    ? 'Something was lost.'
    : `Nothing was lost: all ${acknowledged} acknowledged publications are there, and no half of one.`,
);
