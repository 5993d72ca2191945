import { Matchers, PactV3 } from '@pact-foundation/pact';
import { detectionClient } from './clients.ts';
import { contractFile } from './contract-file.ts';

const { eachLike, integer, like, number, uuid } = Matchers;
const { directory, interaction } = contractFile('pipeline-runner', 'detection-service');
const pact = new PactV3({ consumer: 'pipeline-runner', provider: 'detection-service', dir: directory, logLevel: 'error' });

const detectorId = '7d1c7a34-6a0b-4c53-9d5e-0a6b1f0e2c11';
const datasetId = '5b0a2f9e-58a4-4a4b-9f0c-3d2e1c7b8a60';
const detectionId = '0c9d9b0e-1f61-4c5c-8d0a-6f7f0f0f6a11';
const json = { 'Content-Type': 'application/json' };

interaction('a detector that leaves the threshold to the service', () =>
  pact
    .uponReceiving('a detector without a threshold')
    .withRequest({ method: 'POST', path: '/detectors', headers: json, body: { name: 'spikes', method: 'z-score' } })
    .willRespondWith({ status: 201, headers: json, body: { id: uuid(detectorId), threshold: number(3) } })
    .executeTest(async ({ url }) => {
      expect(await detectionClient(url).createDetector({ name: 'spikes', method: 'z-score' })).toEqual({ id: detectorId, threshold: 3 });
    }),
);

const steps = { name: 'steps', method: 'rolling-median', threshold: 4, window: 9 } as const;

interaction('a detector with everything said', () =>
  pact
    .uponReceiving('a detector with a threshold and a window')
    .withRequest({ method: 'POST', path: '/detectors', headers: json, body: steps })
    .willRespondWith({ status: 201, headers: json, body: { id: uuid(detectorId), threshold: 4 } })
    .executeTest(async ({ url }) => {
      expect(await detectionClient(url).createDetector(steps)).toEqual({ id: detectorId, threshold: 4 });
    }),
);

interaction('a threshold that makes no sense', () =>
  pact
    .uponReceiving('a detector with a threshold of zero')
    .withRequest({ method: 'POST', path: '/detectors', headers: json, body: { ...steps, threshold: 0 } })
    .willRespondWith({
      status: 400,
      headers: json,
      body: {
        error: 'validation-failed',
        message: like('threshold must be > 0'),
        fields: eachLike({ field: 'threshold', message: like('must be > 0') }),
      },
    })
    .executeTest(async ({ url }) => {
      const refused = detectionClient(url).createDetector({ ...steps, threshold: 0 });
      await expect(refused).rejects.toMatchObject({ status: 400, message: 'threshold must be > 0' });
    }),
);

interaction('a detection', () =>
  pact
    .given('a detector exists', { id: detectorId, method: 'z-score' })
    .given('a dataset with an outlier exists', { id: datasetId })
    .uponReceiving('a run of a detector over a dataset')
    .withRequest({ method: 'POST', path: '/detections', headers: json, body: { detectorId, datasetId } })
    .willRespondWith({ status: 201, headers: json, body: { id: uuid(detectionId), anomalyCount: integer(1) } })
    .executeTest(async ({ url }) => {
      expect(await detectionClient(url).runDetection(detectorId, datasetId)).toEqual({ id: detectionId, anomalyCount: 1 });
    }),
);

interaction('a detection over nothing', () =>
  pact
    .given('a detector exists', { id: detectorId, method: 'z-score' })
    .given('no datasets exist')
    .uponReceiving('a run of a detector over a dataset that does not exist')
    .withRequest({ method: 'POST', path: '/detections', headers: json, body: { detectorId, datasetId } })
    .willRespondWith({ status: 404, headers: json, body: { error: 'dataset-not-found', message: like('There is no such dataset.') } })
    .executeTest(async ({ url }) => {
      const refused = detectionClient(url).runDetection(detectorId, datasetId);
      await expect(refused).rejects.toMatchObject({ status: 404, code: 'dataset-not-found' });
    }),
);
