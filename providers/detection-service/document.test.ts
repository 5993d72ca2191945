import { alertStream } from './alert-stream.ts';
import { createApp } from './app.ts';
import { detectionStore } from './detection-store.ts';
import { Refusal } from './problem.ts';
import type { Behaviour } from './types.ts';
import { documentedAnswers } from './verification/documented-answers.ts';
import { datasetWithOutlier } from './verification/world.ts';

const json = { 'content-type': 'application/json' };
const csv = { 'content-type': 'text/csv' };
const tooLong = { name: 'x'.repeat(2 ** 21) };

interface Request {
  method: 'GET' | 'POST';
  url: string;
  payload?: object | string;
  headers?: Record<string, string>;
}

/** One request for every answer that the document promises; the alerts come last. */
const requests: Request[] = [
  { method: 'GET', url: '/health' },
  { method: 'POST', url: '/detectors', payload: { name: 'steps', method: 'rolling-median' } },
  { method: 'POST', url: '/detectors', payload: { name: 'spikes' } },
  { method: 'POST', url: '/detectors', payload: 'a;b', headers: csv },
  { method: 'POST', url: '/detectors', payload: tooLong },
  { method: 'GET', url: '/detectors/id-1' },
  { method: 'GET', url: '/detectors/none' },
  { method: 'POST', url: '/detections', payload: { detectorId: 'id-1', datasetId: 'cold-store' } },
  { method: 'POST', url: '/detections', payload: '{', headers: json },
  { method: 'POST', url: '/detections', payload: { detectorId: 'id-1', datasetId: 'none' } },
  { method: 'POST', url: '/detections', payload: { detectorId: 'id-1', datasetId: 'unreachable' } },
  { method: 'POST', url: '/detections', payload: 'a;b', headers: csv },
  { method: 'POST', url: '/detections', payload: tooLong },
  { method: 'GET', url: '/detections?datasetId=cold-store' },
  { method: 'GET', url: '/detections' },
  { method: 'GET', url: '/detections/id-2' },
  { method: 'GET', url: '/detections/none' },
];

async function fetchDataset(id: string) {
  if (id === 'unreachable') throw new Refusal(502, { error: 'dataset-service-unavailable', message: 'dataset-service does not answer.' });
  return id === 'cold-store' ? datasetWithOutlier({ id }) : undefined;
}

async function askEverything(behaviour: Behaviour) {
  let count = 0;
  const store = detectionStore({ newId: () => `id-${++count}`, now: () => new Date('2026-03-02T00:00:00Z') });
  const alerts = alertStream();
  const app = createApp({ store, fetchDataset, alerts, version: '1.0.0', behaviour });
  const { complaints, unseen } = documentedAnswers();
  const listening = app.inject('/alerts');
  const found: string[] = [];
  for (const request of requests) {
    const { statusCode, headers, body } = await app.inject(request);
    found.push(...complaints({ ...request, status: statusCode, contentType: String(headers['content-type']), body: JSON.parse(body) }));
  }
  alerts.end();
  const { statusCode: status, headers, body } = await listening;
  for (const [, data = ''] of body.matchAll(/^data: (.*)$/gm))
    found.push(
      ...complaints({ method: 'GET', url: '/alerts', status, contentType: String(headers['content-type']), body: JSON.parse(data) }),
    );
  return { found, unseen: [...unseen] };
}

test('every answer and message is as the OpenAPI document says, and every answer it promises was seen', async () => {
  expect(await askEverything('normal')).toEqual({ found: [], unseen: [] });
});

test('a renamed field is not as the document says, in answers and messages', async () => {
  const { found } = await askEverything('renamed-field');
  expect(found).toContain("GET /detections/{id} 200 application/json: /anomalies/0 must have required property 'score'");
  expect(found).toContain("GET /alerts 200 text/event-stream: /anomaly must have required property 'score'");
});
