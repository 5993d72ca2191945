import type { DatasetClient, DetectionClient } from './clients.ts';
import type { DatasetUpload, DetectorRequest } from './types.ts';

export interface PipelineServices {
  datasets: DatasetClient;
  detections: DetectionClient;
}

/** Three looks at the same series: far from the mean, outside the middle half, unlike its neighbours. */
const detectors: DetectorRequest[] = [
  { name: 'spikes', method: 'z-score' },
  { name: 'fences', method: 'iqr', threshold: 2 },
  { name: 'steps', method: 'rolling-median', threshold: 6, window: 9 },
];

/** Uploads a dataset and runs every detector over it; one line of text for each. */
export async function runPipeline(dataset: DatasetUpload, { datasets, detections }: PipelineServices): Promise<string[]> {
  const { id } = await datasets.upload(dataset);
  return Promise.all(
    detectors.map(async (request) => {
      const detector = await detections.createDetector(request);
      const { anomalyCount } = await detections.runDetection(detector.id, id);
      return `${dataset.name}: ${request.name} (${request.method} beyond ${detector.threshold}) found ${anomalyCount}`;
    }),
  );
}
