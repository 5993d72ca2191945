import { alertStream } from './alert-stream.ts';
import { createApp } from './app.ts';
import { detectionStore } from './detection-store.ts';
import { Refusal } from './problem.ts';
import type { Behaviour, Dataset } from './types.ts';

const values = Array.from({ length: 24 }, (_, hour) => (hour === 10 ? 60 : 20 + (hour % 4)));
const dataset: Dataset = {
  id: 'cold-store',
  name: 'cold store 4',
  unit: 'Cel',
  points: values.map((value, hour) => ({ at: new Date(Date.UTC(2026, 2, 1, hour)).toISOString(), value })),
};

function start(behaviour: Behaviour = 'normal') {
  let count = 0;
  const store = detectionStore({ newId: () => `id-${++count}`, now: () => new Date('2026-03-02T00:00:00Z') });
  const fetchDataset = async (id: string) => {
    if (id === 'unreachable') throw new Refusal(502, { error: 'dataset-service-unavailable', message: 'dataset-service does not answer.' });
    return id === dataset.id ? dataset : undefined;
  };
  return createApp({ store, fetchDataset, alerts: alertStream(), version: '1.0.0', behaviour });
}

const post = (app: ReturnType<typeof start>, url: string, payload: object) => app.inject({ method: 'POST', url, payload });
const spikes = { name: 'spikes', method: 'z-score' };

test.each([
  [spikes, { threshold: 3 }],
  [{ name: 'fences', method: 'iqr', threshold: 2 }, { threshold: 2 }],
  [
    { name: 'steps', method: 'rolling-median' },
    { threshold: 3, window: 7 },
  ],
])('%j becomes a detector with what it leaves open filled in', async (request, filledIn) => {
  const app = start();
  const created = await post(app, '/detectors', request);
  expect(created.statusCode).toBe(201);
  expect(created.json()).toEqual({ id: 'id-1', ...request, ...filledIn, createdAt: '2026-03-02T00:00:00.000Z' });
  expect((await app.inject(String(created.headers.location))).json()).toEqual(created.json());
});

test.each([
  ['no method', { name: 'spikes' }, { field: 'method', message: 'is required' }],
  ['an unknown method', { ...spikes, method: 'guess' }, { field: 'method', message: 'must be one of z-score, iqr, rolling-median' }],
  ['a threshold of zero', { ...spikes, threshold: 0 }, { field: 'threshold', message: 'must be > 0' }],
  ['a window it ignores', { ...spikes, window: 5 }, { field: 'window', message: 'is for rolling-median only' }],
  ['an even window', { name: 'steps', method: 'rolling-median', window: 4 }, { field: 'window', message: 'must be odd' }],
])('a detector with %s is refused with the field named', async (_, payload, field) => {
  const answer = await post(start(), '/detectors', payload);
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ error: 'validation-failed', fields: [field] });
});

test('a detection finds the outlier, is listed and can be read again', async () => {
  const app = start();
  await post(app, '/detectors', spikes);
  const created = await post(app, '/detections', { detectorId: 'id-1', datasetId: 'cold-store' });
  expect(created.statusCode).toBe(201);
  const summary = { id: 'id-2', datasetId: 'cold-store', detectorId: 'id-1', method: 'z-score', pointCount: 24, anomalyCount: 1 };
  expect(created.json()).toMatchObject({
    ...summary,
    anomalies: [{ at: '2026-03-01T10:00:00.000Z', value: 60, score: expect.closeTo(4.7, 1) }],
  });
  expect((await app.inject('/detections/id-2')).json()).toEqual(created.json());
  const { anomalies: _, ...listed } = created.json();
  expect((await app.inject('/detections?datasetId=cold-store')).json()).toEqual({ items: [listed] });
});

test.each([
  [{ detectorId: 'none', datasetId: 'cold-store' }, 404, 'detector-not-found'],
  [{ detectorId: 'id-1', datasetId: 'none' }, 404, 'dataset-not-found'],
  [{ detectorId: 'id-1', datasetId: 'unreachable' }, 502, 'dataset-service-unavailable'],
  [{ detectorId: 'id-1' }, 400, 'validation-failed'],
])('a detection over %j answers %d %s', async (request, status, error) => {
  const app = start();
  await post(app, '/detectors', spikes);
  const answer = await post(app, '/detections', request);
  expect(answer.statusCode).toBe(status);
  expect(answer.json()).toMatchObject({ error });
});

test.each(['/detectors/none', '/detections/none', '/elsewhere'])('%s is a 404 that says so', async (url) => {
  const answer = await start().inject(url);
  expect(answer.statusCode).toBe(404);
  expect(answer.json()).toMatchObject({ error: expect.stringMatching(/not-found$/) });
});

test('renamed-field says deviation instead of score', async () => {
  const app = start('renamed-field');
  await post(app, '/detectors', spikes);
  const { anomalies } = (await post(app, '/detections', { detectorId: 'id-1', datasetId: 'cold-store' })).json();
  expect(anomalies).toEqual([{ at: expect.any(String), value: 60, deviation: expect.any(Number) }]);
});

test('required-field refuses a detector without a threshold', async () => {
  const app = start('required-field');
  expect((await post(app, '/detectors', spikes)).json()).toMatchObject({ fields: [{ field: 'threshold', message: 'is required' }] });
  expect((await post(app, '/detectors', { ...spikes, threshold: 3 })).statusCode).toBe(201);
});

test('anomalies reach those who listen, and closing the service ends their streams', async () => {
  const app = start();
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const response = await fetch(`${address}/alerts`);
  await post(app, '/detectors', spikes);
  await post(app, '/detections', { detectorId: 'id-1', datasetId: 'cold-store' });
  await app.close();
  const events = (await response.text()).split('\n\n').filter((event) => event.startsWith('event: anomaly-found'));
  expect(events).toHaveLength(1);
  expect(JSON.parse(events[0]?.split('data: ')[1] ?? '')).toMatchObject({
    dataset: { name: 'cold store 4' },
    anomaly: { value: 60 },
    severity: 'warning',
  });
});
