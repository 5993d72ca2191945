import { notificationText } from './notification-text.ts';
import type { AnomalyFound } from './types.ts';

const message: AnomalyFound = {
  dataset: { name: 'cold store 4', unit: 'Cel' },
  detector: { name: 'spikes' },
  anomaly: { at: '2026-03-01T14:30:00.000Z', value: 12.5, score: 4.69 },
  severity: 'warning',
};

test.each([
  [message, 'cold store 4 is unusually high: 12.5 Cel at 2026-03-01T14:30:00.000Z (spikes)'],
  [{ ...message, severity: 'critical' as const }, /^CRITICAL: cold store 4/],
  [{ ...message, anomaly: { ...message.anomaly, score: -4.69 } }, /unusually low/],
  [{ ...message, dataset: { name: 'door openings', unit: '1' } }, /high: 12\.5 at/],
])('%j', (found, text) => {
  expect(notificationText(found)).toMatch(text);
});
