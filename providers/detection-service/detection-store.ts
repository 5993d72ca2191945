import type { Anomaly, Dataset, Detection, Detector } from './types.ts';

export interface DetectionStoreOptions {
  newId: () => string;
  now: () => Date;
}

interface Outcome {
  id?: string;
  detector: Detector;
  dataset: Dataset;
  anomalies: Anomaly[];
}

/** Detectors and what they found, in memory, one store per application. */
export function detectionStore({ newId, now }: DetectionStoreOptions) {
  const detectors = new Map<string, Detector>();
  const detections = new Map<string, Detection>();
  return {
    addDetector(detector: Omit<Detector, 'id' | 'createdAt'> & { id?: string }): Detector {
      const added = { ...detector, id: detector.id ?? newId(), createdAt: now().toISOString() };
      detectors.set(added.id, added);
      return added;
    },
    findDetector: (id: string) => detectors.get(id),
    addDetection({ id = newId(), detector, dataset, anomalies }: Outcome): Detection {
      const detection = {
        id,
        datasetId: dataset.id,
        detectorId: detector.id,
        method: detector.method,
        pointCount: dataset.points.length,
        anomalyCount: anomalies.length,
        ranAt: now().toISOString(),
        anomalies,
      };
      detections.set(id, detection);
      return detection;
    },
    findDetection: (id: string) => detections.get(id),
    /** Newest first. */
    detectionsOf: (datasetId: string) => [...detections.values()].filter((each) => each.datasetId === datasetId).reverse(),
    clear() {
      detectors.clear();
      detections.clear();
    },
  };
}

export type DetectionStore = ReturnType<typeof detectionStore>;
