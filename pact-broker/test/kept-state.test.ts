import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { startBroker } from './broker.ts';
import { history } from './histories.ts';
import { assertKeptAsScanned } from './kept-state.ts';
import { databases } from './store.ts';

describe.each(databases)('whatever happens to a broker on %s', (database) => {
  test('what is kept at write time is what a plain scan of the history yields', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (happenings) => {
        const broker = await startBroker({ database, rules: { allowPactModification: true } });
        try {
          await broker.post('/environments', { name: 'test', production: false });
          for (const { step } of happenings) expect((await step(broker)).status).toBeLessThan(500);
          await assertKeptAsScanned(broker.tenant.db);
        } finally {
          await broker.stop();
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
