import { Matchers, PactV3 } from '@pact-foundation/pact';
import { datasetClient } from './clients.ts';
import { contractFile } from './contract-file.ts';

const { eachLike, like, regex, uuid } = Matchers;
const { directory, interaction } = contractFile('pipeline-runner', 'dataset-service');
// Pact specification 3 on purpose: a team that has not moved to 4 yet is served by the same broker and verifier.
const pact = new PactV3({ consumer: 'pipeline-runner', provider: 'dataset-service', dir: directory, logLevel: 'error' });

const id = '5b0a2f9e-58a4-4a4b-9f0c-3d2e1c7b8a60';
const points = [{ at: '2026-03-01T10:00:00.000Z', value: 4.5 }];
const upload = { name: 'cold store 4', unit: 'Cel', points };
const json = { 'Content-Type': 'application/json' };
const created = {
  status: 201,
  headers: { ...json, Location: regex(/^\/datasets\/[\w-]+$/, `/datasets/${id}`) },
  body: { id: uuid(id) },
};

interaction('an upload', () =>
  pact
    .uponReceiving('an upload of a dataset')
    .withRequest({ method: 'POST', path: '/datasets', headers: json, body: upload })
    .willRespondWith(created)
    .executeTest(async ({ url }) => {
      expect(await datasetClient(url).upload(upload)).toEqual({ id });
    }),
);

interaction('an upload without a unit', () =>
  pact
    .uponReceiving('an upload of a dataset without a unit')
    .withRequest({ method: 'POST', path: '/datasets', headers: json, body: { name: 'door openings', points } })
    .willRespondWith(created)
    .executeTest(async ({ url }) => {
      expect(await datasetClient(url).upload({ name: 'door openings', points })).toEqual({ id });
    }),
);

interaction('an upload of nothing', () =>
  pact
    .uponReceiving('an upload of a dataset without points')
    .withRequest({ method: 'POST', path: '/datasets', headers: json, body: { ...upload, points: [] } })
    .willRespondWith({
      status: 400,
      headers: json,
      body: {
        error: 'validation-failed',
        message: like('points must not be empty'),
        fields: eachLike({ field: 'points', message: like('must not be empty') }),
      },
    })
    .executeTest(async ({ url }) => {
      const refused = datasetClient(url).upload({ ...upload, points: [] });
      await expect(refused).rejects.toMatchObject({ status: 400, code: 'validation-failed', message: 'points must not be empty' });
    }),
);
