import { createApp } from './app.ts';
import { datasetStore } from './dataset-store.ts';
import type { Behaviour, DatasetPage } from './types.ts';

const points = [
  { at: '2026-03-01T10:00:00Z', value: 20.5 },
  { at: '2026-03-01T10:01:00Z', value: 21 },
];
const upload = { name: 'cold store 4', unit: 'Cel', points };

function start(behaviour: Behaviour = 'normal') {
  let count = 0;
  const store = datasetStore({ newId: () => `dataset-${++count}`, now: () => new Date('2026-03-02T00:00:00Z') });
  return createApp({ store, version: '1.0.0', behaviour });
}

const post = (app: ReturnType<typeof start>, payload: object) => app.inject({ method: 'POST', url: '/datasets', payload });

test('an uploaded dataset can be read again', async () => {
  const app = start();
  const created = await post(app, upload);
  expect(created.statusCode).toBe(201);
  expect(created.headers.location).toBe('/datasets/dataset-1');
  const summary = { id: 'dataset-1', name: 'cold store 4', unit: 'Cel', pointCount: 2, createdAt: '2026-03-02T00:00:00.000Z' };
  expect(created.json()).toEqual(summary);
  expect((await app.inject('/datasets/dataset-1')).json()).toEqual({ ...summary, points });
});

test('a dataset without a unit is dimensionless', async () => {
  expect((await post(start(), { ...upload, unit: undefined })).json()).toMatchObject({ unit: '1' });
});

test('the list is paged, newest first', async () => {
  const app = start();
  for (const name of ['first', 'second', 'third']) await post(app, { ...upload, name });
  const page = (await app.inject('/datasets?page=2&size=2')).json<DatasetPage>();
  expect(page).toMatchObject({ page: 2, size: 2, total: 3, items: [{ name: 'first' }] });
  expect((await app.inject('/datasets')).json()).toMatchObject({ page: 1, size: 20, items: [{ name: 'third' }, {}, {}] });
});

test.each([
  ['no name', { points }, [{ field: 'name', message: 'is required' }]],
  ['an empty series', { ...upload, points: [] }, [{ field: 'points', message: 'must NOT have fewer than 1 items' }]],
  ['a value in quotes', { ...upload, points: [{ ...points[0], value: '12' }] }, [{ field: 'points[0].value', message: 'must be number' }]],
  ['a date that is none', { ...upload, points: [{ at: 'soon', value: 1 }] }, [{ field: 'points[0].at', message: expect.any(String) }]],
  [
    'two errors',
    { points: [{ value: 1 }] },
    [{ field: 'name' }, { field: 'points[0].at' }].map((each) => ({ ...each, message: 'is required' })),
  ],
  [
    'time that runs backwards',
    { ...upload, points: points.toReversed() },
    [{ field: 'points[1].at', message: 'must be later than the point before it' }],
  ],
])('an upload with %s is refused with the field named', async (_, payload, fields) => {
  const answer = await post(start(), payload);
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toEqual({ error: 'validation-failed', message: expect.any(String), fields });
});

test.each(['page=0', 'page=x', 'size=101', 'size=0'])('the list refuses %s', async (query) => {
  const answer = await start().inject(`/datasets?${query}`);
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ fields: [{ field: query.split('=')[0] }] });
});

test('a body that is no JSON is refused with a reason', async () => {
  const answer = await start().inject({ method: 'POST', url: '/datasets', payload: '{', headers: { 'content-type': 'application/json' } });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ error: 'bad-request', message: expect.stringContaining('JSON') });
});

test.each([
  ['/datasets/none', 'dataset-not-found'],
  ['/elsewhere', 'route-not-found'],
])('%s is a 404 that says so', async (url, error) => {
  const answer = await start().inject(url);
  expect(answer.statusCode).toBe(404);
  expect(answer.json()).toMatchObject({ error });
});

test('renamed-field says length instead of pointCount', async () => {
  const created = (await post(start('renamed-field'), upload)).json();
  expect(created).toMatchObject({ length: 2 });
  expect(created).not.toHaveProperty('pointCount');
});

test('required-field refuses an upload without a unit', async () => {
  const app = start('required-field');
  expect((await post(app, { ...upload, unit: undefined })).json()).toMatchObject({ fields: [{ field: 'unit', message: 'is required' }] });
  expect((await post(app, upload)).statusCode).toBe(201);
});
