import { Matchers, Pact } from '@pact-foundation/pact';
import { contractFile } from './contract-file.ts';
import { datasetClient } from './dataset-client.ts';

const { eachLike, fromProviderState, integer, iso8601DateTimeWithMillis, like, number, regex, uuid } = Matchers;
const { directory, interaction } = contractFile('dashboard', 'dataset-service');
const pact = new Pact({ consumer: 'dashboard', provider: 'dataset-service', dir: directory, logLevel: 'error' });

const id = '5b0a2f9e-58a4-4a4b-9f0c-3d2e1c7b8a60';
const summary = { id: uuid(id), name: like('cold store 4'), unit: like('Cel'), pointCount: integer(288) };

interaction('the first page of datasets', () =>
  pact
    .addInteraction()
    .given('datasets exist', { count: 3 })
    .uponReceiving('a request for the first page of datasets')
    .withRequest('GET', '/datasets', (request) => request.query({ page: '1', size: '2' }).headers({ accept: 'application/json' }))
    .willRespondWith(200, (response) => response.jsonBody({ items: eachLike(summary), page: 1, total: 3 }))
    .executeTest(async ({ url }) => {
      const page = await datasetClient(url).listDatasets(1, 2);
      expect(page).toEqual({ items: [{ id, name: 'cold store 4', unit: 'Cel', pointCount: 288 }], page: 1, total: 3 });
    }),
);

interaction('an empty list', () =>
  pact
    .addInteraction()
    .given('no datasets exist')
    .uponReceiving('a request for datasets when there are none')
    .withRequest('GET', '/datasets', (request) => request.query({ page: '1', size: '20' }))
    .willRespondWith(200, (response) => response.jsonBody({ items: [], page: 1, total: 0 }))
    .executeTest(async ({ url }) => {
      expect(await datasetClient(url).listDatasets(1, 20)).toMatchObject({ items: [], total: 0 });
    }),
);

interaction('one dataset with its points', () =>
  pact
    .addInteraction()
    .given('a dataset exists', { name: 'cold store 4' })
    .uponReceiving('a request for a dataset')
    // The provider picks the id and hands it over when the state is set up; ours is only an example.
    .withRequest('GET', fromProviderState('/datasets/${id}', `/datasets/${id}`))
    .willRespondWith(200, (response) =>
      response.jsonBody({
        ...summary,
        name: 'cold store 4',
        points: eachLike({ at: iso8601DateTimeWithMillis('2026-03-01T10:00:00.000Z'), value: number(4.5) }),
      }),
    )
    .executeTest(async ({ url }) => {
      const dataset = await datasetClient(url).readDataset(id);
      expect(dataset.points).toEqual([{ at: '2026-03-01T10:00:00.000Z', value: 4.5 }]);
    }),
);

interaction('a dataset that does not exist', () =>
  pact
    .addInteraction()
    .given('no datasets exist')
    .uponReceiving('a request for a dataset that does not exist')
    .withRequest('GET', `/datasets/${id}`)
    .willRespondWith(404, (response) => response.jsonBody({ error: 'dataset-not-found', message: like('There is no such dataset.') }))
    .executeTest(async ({ url }) => {
      await expect(datasetClient(url).readDataset(id)).rejects.toMatchObject({ status: 404, code: 'dataset-not-found' });
    }),
);

interaction('a page that is no number', () =>
  pact
    .addInteraction()
    .uponReceiving('a request for page zero')
    .withRequest('GET', '/datasets', (request) => request.query({ page: '0', size: '20' }))
    .willRespondWith(400, (response) =>
      response.jsonBody({
        error: 'validation-failed',
        message: like('page is invalid'),
        fields: eachLike({ field: regex(/^page$/, 'page'), message: like('is invalid') }),
      }),
    )
    .executeTest(async ({ url }) => {
      await expect(datasetClient(url).listDatasets(0, 20)).rejects.toMatchObject({ status: 400, code: 'validation-failed' });
    }),
);
