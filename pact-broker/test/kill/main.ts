import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreSettings } from '../broker-process.ts';
import { readArguments, readCount, readOneOf, runCommand } from '../command-line.ts';
import { startPostgres } from '../postgres.ts';
import { type DatabaseName, databases } from '../store.ts';
import { countAcknowledged, type KillRound, killRounds } from './kill-rounds.ts';

const USAGE = `npm run kill-test -- [options]

Kills a broker while it is published to, again and again, and looks for everything that it had acknowledged.

  --rounds NUMBER   how often (30)
  --database NAME   sqlite or postgres (sqlite)`;

async function openStore(database: DatabaseName): Promise<{ store: StoreSettings; remove: () => Promise<void> }> {
  if (database === 'postgres') {
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

async function run(rounds: number, database: DatabaseName): Promise<void> {
  const { store, remove } = await openStore(database);
  try {
    const { acknowledged, problems } = await killRounds(store, rounds, report);
    // Without a single acknowledged publication nothing was tried.
    if (problems.length > 0 || acknowledged === 0) process.exitCode = 1;
    if (problems.length > 0) console.error(`Something was lost:\n${problems.join('\n')}`);
    else console.log(`Nothing was lost: all ${acknowledged} acknowledged publications are there, and no half of one.`);
  } finally {
    await remove();
  }
}

await runCommand(USAGE, (args) => {
  const { values } = readArguments(args, {
    rounds: { type: 'string', default: '30' },
    database: { type: 'string', default: 'sqlite' },
  });
  return run(readCount('--rounds', values.rounds), readOneOf('--database', values.database, databases));
});
