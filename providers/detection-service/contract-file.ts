import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const contracts = fileURLToPath(new URL('../../contracts/', import.meta.url));

/**
 * The contract that one test file writes. Interactions gather in a temporary `directory`; when every `interaction` of
 * the file has passed, the whole replaces contracts/<consumer>-<provider>.json in one step. So a removed interaction
 * goes, a failed or filtered run changes nothing, and a provider's test that reads meanwhile never sees half a file.
 * Every consumer carries this file: an example imports nothing outside its own folder.
 */
export function contractFile(consumer: string, provider: string) {
  const directory = mkdtempSync(join(tmpdir(), 'contract-'));
  const name = `${consumer}-${provider}.json`;
  let declared = 0;
  let passed = 0;

  afterAll(() => {
    if (passed === declared) {
      writeFileSync(join(contracts, `${name}.tmp`), readFileSync(join(directory, name)));
      renameSync(join(contracts, `${name}.tmp`), join(contracts, name));
    }
    rmSync(directory, { recursive: true });
  });

  /** A jest test that runs one interaction against the mock provider. */
  const interaction = (title: string, run: () => Promise<unknown>) => {
    declared += 1;
    test(title, async () => {
      await run();
      passed += 1;
    });
  };
  return { directory, interaction };
}
