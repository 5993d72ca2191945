import type { VerifierOptions } from '@pact-foundation/pact';
import { findAnomalies, usualThreshold } from '../methods/find-anomalies.ts';
import type { Method } from '../types.ts';
import { datasetWithOutlier, type OutlierDataset, type World } from './world.ts';

type StateHandlers = NonNullable<VerifierOptions['stateHandlers']>;

/** What consumers take as given. The world is emptied before each interaction. */
export function providerStates({ store, datasets }: World): StateHandlers {
  return {
    'no datasets exist': async () => {},
    'no detections exist': async () => {},
    'a detector exists': async (parameters) => {
      const { id, method } = parameters as { id: string; method: Method };
      store.addDetector({ id, name: 'spikes', method, threshold: usualThreshold[method] });
    },
    'a dataset with an outlier exists': async (parameters) => {
      const dataset = datasetWithOutlier(parameters as OutlierDataset);
      datasets.set(dataset.id, dataset);
    },
    'a detection found an anomaly': async (parameters) => {
      const { detectionId, datasetId } = parameters as { detectionId: string; datasetId: string };
      const dataset = datasetWithOutlier({ id: datasetId });
      const detector = store.addDetector({ name: 'spikes', method: 'z-score', threshold: usualThreshold['z-score'] });
      store.addDetection({ id: detectionId, detector, dataset, anomalies: findAnomalies(dataset.points, detector) });
    },
  };
}
