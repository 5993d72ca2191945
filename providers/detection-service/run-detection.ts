import type { Publish } from './alert-stream.ts';
import type { FetchDataset } from './dataset-client.ts';
import type { DetectionStore } from './detection-store.ts';
import { findAnomalies } from './methods/find-anomalies.ts';
import { notFound } from './problem.ts';
import { representMessage } from './represent-detection.ts';
import type { AnomalyFound, Behaviour, Dataset, Detection, DetectionRequest, Detector } from './types.ts';

export interface RunDetectionOptions {
  store: DetectionStore;
  fetchDataset: FetchDataset;
  publish: Publish;
  behaviour: Behaviour;
}

/** Runs a detector over a dataset, keeps what it found and publishes one message for each anomaly. */
export async function runDetection(request: DetectionRequest, options: RunDetectionOptions): Promise<Detection> {
  const { store, fetchDataset, publish, behaviour } = options;
  const detector = store.findDetector(request.detectorId);
  if (!detector) throw notFound('detector', request.detectorId);
  const dataset = await fetchDataset(request.datasetId);
  if (!dataset) throw notFound('dataset', request.datasetId);

  const detection = store.addDetection({ detector, dataset, anomalies: findAnomalies(dataset.points, detector) });
  for (const message of messagesOf(detection, detector, dataset)) publish(representMessage(message, behaviour));
  return detection;
}

function messagesOf(detection: Detection, detector: Detector, dataset: Dataset): AnomalyFound[] {
  return detection.anomalies.map((anomaly) => ({
    type: 'anomaly-found',
    detectionId: detection.id,
    dataset: { id: dataset.id, name: dataset.name, unit: dataset.unit },
    detector: { id: detector.id, name: detector.name, method: detector.method },
    anomaly,
    severity: Math.abs(anomaly.score) >= 2 * detector.threshold ? 'critical' : 'warning',
  }));
}
