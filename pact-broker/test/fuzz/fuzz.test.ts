import { describe, expect, test } from '@jest/globals';
import { startBroker } from '../broker.ts';
import { assertKeptAsScanned } from '../kept-state.ts';
import { startReceiver } from '../receiver.ts';
import { databases } from '../store.ts';
import { type FuzzReport, fuzz, tableOf } from './fuzz.ts';

// Always the same here; `npm run fuzz` sends others each time, and as many as are wanted.
const SEEDS = { sqlite: 1, postgres: 2 };
const REQUESTS = 2_500;

describe('random, half-right and hostile requests', () => {
  const reports: FuzzReport[] = [];

  test.each(databases)(
    'to a broker on %s are answered as its API document says, and leave the store as it should be',
    async (database) => {
      const receiver = await startReceiver();
      const broker = await startBroker({ database, rules: { allowPactModification: true }, webhooks: { schemes: ['http'] } });
      try {
        const report = await fuzz({ url: broker.url, receiver: receiver.url, seed: SEEDS[database], requests: REQUESTS });
        if (process.env.FUZZ_TABLE) console.log(tableOf(report));
        reports.push(report);
        expect(report.failures).toEqual([]);
        await assertKeptAsScanned(broker.tenant.db);
      } finally {
        await broker.stop();
        await receiver.stop();
      }
    },
    240_000,
  );

  test('reached what every route does, and what it refuses', () => {
    const operations = [...(reports[0] as FuzzReport).statuses.keys()].filter((operation) => operation !== 'failOnPurpose');
    const statusesOf = (operation: string) => new Set(reports.flatMap(({ statuses }) => [...(statuses.get(operation)?.keys() ?? [])]));
    const never = (from: number, below: number) =>
      operations.filter((operation) => ![...statusesOf(operation)].some((status) => status >= from && status < below));
    expect({ succeeded: never(200, 300), refused: never(400, 500) }).toEqual({ succeeded: [], refused: [] });
    const all = reports.flatMap(({ statuses }) => [...statuses.values()].flatMap((counts) => [...counts]));
    const total = (counts: [number, number][]) => counts.reduce((sum, [, count]) => sum + count, 0);
    expect(total(all.filter(([status]) => status < 300)) / total(all)).toBeGreaterThan(0.3);
  });
});
