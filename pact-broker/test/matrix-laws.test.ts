import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findIntegrationsBetween } from '../storage/integrations.ts';
import { findMatrixRows } from '../storage/matrix.ts';
import { startBroker } from './broker.ts';
import { history } from './histories.ts';
import { databases } from './store.ts';

describe.each(databases)('the matrix of an integration on %s', (database) => {
  test(
    'cut short, it holds the newest rows, though only some are read',
    () =>
      fc.assert(
        fc.asyncProperty(history, fc.integer({ min: 1, max: 6 }), async (happenings, limit) => {
          const broker = await startBroker({ database });
          try {
            await broker.post('/environments', { name: 'test', production: false });
            for (const { step } of happenings) await step(broker);
            const { db } = broker.tenant;
            for (const names of [
              ['Web', 'API'],
              ['Mobile', 'Stock'],
            ]) {
              const [integration] = await findIntegrationsBetween(db, { names });
              if (!integration) continue;
              const { consumer_id: consumerId, provider_id: providerId } = integration;
              const askedIds = [consumerId, providerId];
              const values = { askedIds, unrestrictedIds: askedIds, versionIds: [], consumerId, providerId, limit };
              for (const latestResults of [true, false]) {
                const rows = (scope: 'pair' | 'between') => findMatrixRows(db, { scope, asked: 'any', latestResults }, values);
                expect(await rows('pair')).toEqual(await rows('between'));
              }
            }
          } finally {
            await broker.stop();
          }
        }),
        { numRuns: 10 },
      ),
    120_000,
  );
});
