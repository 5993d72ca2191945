import { Matchers, Pact } from '@pact-foundation/pact';
import { contractFile } from './contract-file.ts';
import { detectionClient } from './detection-client.ts';

const { atLeastOneLike, eachLike, integer, iso8601DateTimeWithMillis, like, number, regex } = Matchers;
const { directory, interaction } = contractFile('dashboard', 'detection-service');
const pact = new Pact({ consumer: 'dashboard', provider: 'detection-service', dir: directory, logLevel: 'error' });

const found = { detectionId: '0c9d9b0e-1f61-4c5c-8d0a-6f7f0f0f6a11', datasetId: '5b0a2f9e-58a4-4a4b-9f0c-3d2e1c7b8a60' };
const ranAt = '2026-03-02T08:00:00.000Z';
const method = regex(/^(z-score|iqr|rolling-median)$/, 'z-score');

interaction('the detections of a dataset', () =>
  pact
    .addInteraction()
    .given('a detection found an anomaly', found)
    .uponReceiving('a request for the detections of a dataset')
    .withRequest('GET', '/detections', (request) => request.query({ datasetId: found.datasetId }))
    .willRespondWith(200, (response) =>
      response.jsonBody({
        items: eachLike({ id: found.detectionId, method, anomalyCount: integer(1), ranAt: iso8601DateTimeWithMillis(ranAt) }),
      }),
    )
    .executeTest(async ({ url }) => {
      const { items } = await detectionClient(url).listDetections(found.datasetId);
      expect(items).toEqual([{ id: found.detectionId, method: 'z-score', anomalyCount: 1, ranAt }]);
    }),
);

interaction('a dataset that was never looked at', () =>
  pact
    .addInteraction()
    .given('no detections exist')
    .uponReceiving('a request for the detections of a dataset without any')
    .withRequest('GET', '/detections', (request) => request.query({ datasetId: found.datasetId }))
    .willRespondWith(200, (response) => response.jsonBody({ items: [] }))
    .executeTest(async ({ url }) => {
      expect(await detectionClient(url).listDetections(found.datasetId)).toEqual({ items: [] });
    }),
);

interaction('one detection with its anomalies', () =>
  pact
    .addInteraction()
    .given('a detection found an anomaly', found)
    .uponReceiving('a request for a detection')
    .withRequest('GET', `/detections/${found.detectionId}`)
    .willRespondWith(200, (response) =>
      response.jsonBody({
        id: found.detectionId,
        datasetId: found.datasetId,
        method,
        ranAt: iso8601DateTimeWithMillis(ranAt),
        anomalies: atLeastOneLike({ at: iso8601DateTimeWithMillis('2026-03-01T10:00:00.000Z'), value: number(12.5), score: number(4.69) }),
      }),
    )
    .executeTest(async ({ url }) => {
      const detection = await detectionClient(url).readDetection(found.detectionId);
      expect(detection.anomalies).toEqual([{ at: '2026-03-01T10:00:00.000Z', value: 12.5, score: 4.69 }]);
    }),
);

interaction('a detection that does not exist', () =>
  pact
    .addInteraction()
    .given('no detections exist')
    .uponReceiving('a request for a detection that does not exist')
    .withRequest('GET', `/detections/${found.detectionId}`)
    .willRespondWith(404, (response) => response.jsonBody({ error: 'detection-not-found', message: like('There is no such detection.') }))
    .executeTest(async ({ url }) => {
      await expect(detectionClient(url).readDetection(found.detectionId)).rejects.toMatchObject({
        status: 404,
        code: 'detection-not-found',
      });
    }),
);
