import { type AlertMessage, alertStream } from './alert-stream.ts';

const message: AlertMessage = {
  type: 'anomaly-found',
  detectionId: 'detection-1',
  dataset: { id: 'dataset-1', name: 'cold store 4', unit: 'Cel' },
  detector: { id: 'detector-1', name: 'spikes', method: 'z-score' },
  anomaly: { at: '2026-03-01T10:00:00.000Z', value: 12.5, score: 4.69 },
  severity: 'warning',
};
const event = `event: anomaly-found\ndata: ${JSON.stringify(message)}\n\n`;

test('every listener hears what is published while it listens', async () => {
  const alerts = alertStream();
  const early = alerts.listen();
  alerts.publish(message);
  const late = alerts.listen();
  alerts.publish(message);
  alerts.end();
  expect((await early.toArray()).slice(1)).toEqual([event, event]);
  expect((await late.toArray()).slice(1)).toEqual([event]);
});

test('a listener that never reads is cut off instead of filling the memory; the others go on', async () => {
  const alerts = alertStream();
  const stuck = alerts.listen();
  for (let count = 0; count < 1001; count += 1) alerts.publish(message);
  expect(stuck.destroyed).toBe(true);
  const fresh = alerts.listen();
  alerts.publish(message);
  alerts.end();
  expect((await fresh.toArray()).slice(1)).toEqual([event]);
});
