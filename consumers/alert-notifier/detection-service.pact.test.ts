import { Matchers, Pact } from '@pact-foundation/pact';
import { contractFile } from './contract-file.ts';
import { notificationText } from './notification-text.ts';
import type { AnomalyFound } from './types.ts';

const { iso8601DateTimeWithMillis, like, number } = Matchers;
const { directory, interaction } = contractFile('alert-notifier', 'detection-service');
const pact = new Pact({ consumer: 'alert-notifier', provider: 'detection-service', dir: directory, logLevel: 'error' });

const anomaly = { at: iso8601DateTimeWithMillis('2026-03-01T10:00:00.000Z'), value: 12.5 };
const detector = { name: like('spikes') };

interaction('an anomaly', () =>
  pact
    .addAsynchronousInteraction()
    .given('a dataset with an outlier exists', { name: 'cold store 4', unit: 'Cel', value: 12.5 })
    .expectsToReceive('an anomaly found message', (message) =>
      message.withMetadata({ topic: 'anomalies' }).withJSONContent({
        dataset: { name: 'cold store 4', unit: 'Cel' },
        detector,
        anomaly: { ...anomaly, score: number(4.69) },
        severity: 'warning',
      }),
    )
    .executeTest(async ({ contents }) => {
      const text = notificationText(contents.content as unknown as AnomalyFound);
      expect(text).toBe('cold store 4 is unusually high: 12.5 Cel at 2026-03-01T10:00:00.000Z (spikes)');
    }),
);

interaction('a critical anomaly', () =>
  pact
    .addAsynchronousInteraction()
    .given('a dataset with an outlier exists', { name: 'door openings', unit: '1', value: 12.5 })
    .expectsToReceive('a critical anomaly found message', (message) =>
      message.withMetadata({ topic: 'anomalies' }).withJSONContent({
        dataset: { name: 'door openings', unit: '1' },
        detector,
        anomaly: { ...anomaly, score: number(9.4) },
        severity: 'critical',
      }),
    )
    .executeTest(async ({ contents }) => {
      const text = notificationText(contents.content as unknown as AnomalyFound);
      expect(text).toBe('CRITICAL: door openings is unusually high: 12.5 at 2026-03-01T10:00:00.000Z (spikes)');
    }),
);
