import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readArguments, runCommand, WrongOption } from '../command-line.ts';
import { startPostgres } from '../postgres.ts';
import { databases } from '../store.ts';
import { type Disagreement, judge } from './judge.ts';
import { type Materials, playScenarios } from './play.ts';

const disagreements: Disagreement[] = JSON.parse(readFileSync(new URL('disagreements.json', import.meta.url), 'utf8'));
const USAGE = `npm run conformance -- [FOLDER]

Plays the recorded scenarios against this broker, on both databases, and compares the answers with those of the reference broker.

  FOLDER   where conformance and reference/recordings lie (../shared, where it is there)`;

await runCommand(USAGE, async (args) => {
  const [folder] = readArguments(args, {}, 1).positionals;
  const shared = resolve(folder ?? '../shared');
  const materials = { conformance: join(shared, 'conformance'), recordings: join(shared, 'reference', 'recordings') };
  if (Object.values(materials).every((each) => existsSync(each))) return compare(materials);
  if (folder !== undefined) throw new WrongOption(`${folder}: there are no recordings of the reference broker`);
  console.log(`Nothing to compare with: ${shared} holds no recordings of the reference broker. The project's own tests stand for them.`);
});

async function compare(materials: Materials): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-conformance-'));
  const server = await startPostgres(['fsync=off']);
  process.env.TEST_POSTGRES_URL = server.url;
  try {
    for (const database of databases) {
      const { agreed, total, unexpected, outdated } = judge(await playScenarios(materials, database, folder), disagreements);
      console.log(
        `${database}: ${agreed} of ${total} agree, ${total - agreed} differ${unexpected.length > 0 ? '' : ' for a reason in disagreements.json'}`,
      );
      for (const line of unexpected) console.error(`  ${line}`);
      for (const name of outdated) console.error(`  ${name}: agrees by now; take it out of disagreements.json`);
      if (unexpected.length + outdated.length > 0) process.exitCode = 1;
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}
