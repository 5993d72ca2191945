import { Matchers, Pact } from '@pact-foundation/pact';
import { contractFile } from './contract-file.ts';
import { datasetClient } from './dataset-client.ts';

const { eachLike, iso8601DateTimeWithMillis, like, number } = Matchers;
const { directory, interaction } = contractFile('detection-service', 'dataset-service');
const pact = new Pact({ consumer: 'detection-service', provider: 'dataset-service', dir: directory, logLevel: 'error' });

const id = '5b0a2f9e-58a4-4a4b-9f0c-3d2e1c7b8a60';

interaction('a dataset to look at', () =>
  pact
    .addInteraction()
    .given('a dataset exists', { id, name: 'cold store 4', values: [4.5, 12.5] })
    .uponReceiving('a request for a dataset to run a detection on')
    .withRequest('GET', `/datasets/${id}`, (request) => request.headers({ accept: 'application/json' }))
    .willRespondWith(200, (response) =>
      response.jsonBody({
        id,
        name: 'cold store 4',
        unit: like('Cel'),
        points: eachLike({ at: iso8601DateTimeWithMillis('2026-03-01T10:00:00.000Z'), value: number(4.5) }, 2),
      }),
    )
    .executeTest(async ({ url }) => {
      const point = { at: '2026-03-01T10:00:00.000Z', value: 4.5 };
      expect(await datasetClient(url)(id)).toEqual({ id, name: 'cold store 4', unit: 'Cel', points: [point, point] });
    }),
);

interaction('a dataset that does not exist', () =>
  pact
    .addInteraction()
    .given('no datasets exist')
    .uponReceiving('a request for a dataset that does not exist')
    .withRequest('GET', `/datasets/${id}`)
    .willRespondWith(404, (response) => response.jsonBody({ error: 'dataset-not-found' }))
    .executeTest(async ({ url }) => {
      expect(await datasetClient(url)(id)).toBeUndefined();
    }),
);

test('a service that does not answer is told apart from a dataset that does not exist', async () => {
  // Nothing listens at port 1.
  await expect(datasetClient('http://127.0.0.1:1')(id)).rejects.toMatchObject({
    status: 502,
    problem: { error: 'dataset-service-unavailable' },
  });
});
