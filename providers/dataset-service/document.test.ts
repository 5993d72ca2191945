import { createApp } from './app.ts';
import { datasetStore } from './dataset-store.ts';
import type { Behaviour } from './types.ts';
import { documentedAnswers } from './verification/documented-answers.ts';

const points = [
  { at: '2026-03-01T10:00:00Z', value: 20.5 },
  { at: '2026-03-01T10:01:00Z', value: 21 },
];
const upload = { name: 'cold store 4', points };

interface Request {
  method: 'GET' | 'POST';
  url: string;
  payload?: object | string;
  headers?: Record<string, string>;
}

/** One request for every answer that the document promises. */
const requests: Request[] = [
  { method: 'GET', url: '/health' },
  { method: 'POST', url: '/datasets', payload: upload },
  { method: 'POST', url: '/datasets', payload: { ...upload, points: [] } },
  { method: 'POST', url: '/datasets', payload: { ...upload, points: points.toReversed() } },
  { method: 'POST', url: '/datasets', payload: '{', headers: { 'content-type': 'application/json' } },
  { method: 'POST', url: '/datasets', payload: 'a;b', headers: { 'content-type': 'text/csv' } },
  { method: 'POST', url: '/datasets', payload: { ...upload, name: 'x'.repeat(2 ** 21) } },
  { method: 'GET', url: '/datasets' },
  { method: 'GET', url: '/datasets?page=0' },
  { method: 'GET', url: '/datasets/dataset-1' },
  { method: 'GET', url: '/datasets/none' },
];

async function askEverything(behaviour: Behaviour) {
  let count = 0;
  const store = datasetStore({ newId: () => `dataset-${++count}`, now: () => new Date('2026-03-02T00:00:00Z') });
  const app = createApp({ store, version: '1.0.0', behaviour });
  const { complaints, unseen } = documentedAnswers();
  const found: string[] = [];
  for (const request of requests) {
    const { statusCode, headers, body } = await app.inject(request);
    const contentType = String(headers['content-type']);
    found.push(...complaints({ ...request, status: statusCode, contentType, body: JSON.parse(body) }));
  }
  return { found, unseen: [...unseen] };
}

test('every answer is as the OpenAPI document says, and every answer it promises was seen', async () => {
  expect(await askEverything('normal')).toEqual({ found: [], unseen: [] });
});

test('a renamed field is not as the document says', async () => {
  const { found } = await askEverything('renamed-field');
  expect(found).toContain("GET /datasets/{id} 200 application/json: body must have required property 'pointCount'");
  expect(found).toContain('GET /datasets/{id} 200 application/json: body must NOT have additional properties');
});

test('an answer that the document does not know is a complaint', () => {
  const { complaints } = documentedAnswers();
  const teapot = { method: 'GET', url: '/health', status: 418, contentType: 'application/json; charset=utf-8', body: {} };
  expect(complaints(teapot)).toEqual(['GET /health 418 application/json is not documented']);
});
