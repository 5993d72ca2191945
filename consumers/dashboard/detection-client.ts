import { readJson } from './read-json.ts';
import type { Detection, DetectionList } from './types.ts';

export function detectionClient(baseUrl: string) {
  return {
    listDetections: (datasetId: string) => readJson<DetectionList>(`${baseUrl}/detections?datasetId=${encodeURIComponent(datasetId)}`),
    readDetection: (id: string) => readJson<Detection>(`${baseUrl}/detections/${encodeURIComponent(id)}`),
  };
}

export type DetectionClient = ReturnType<typeof detectionClient>;
