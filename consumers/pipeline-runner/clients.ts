import { postJson } from './post-json.ts';
import type { Created, DatasetUpload, Detection, Detector, DetectorRequest } from './types.ts';

export function datasetClient(baseUrl: string) {
  return { upload: (dataset: DatasetUpload) => postJson<Created>(`${baseUrl}/datasets`, dataset) };
}

export function detectionClient(baseUrl: string) {
  return {
    createDetector: (detector: DetectorRequest) => postJson<Detector>(`${baseUrl}/detectors`, detector),
    runDetection: (detectorId: string, datasetId: string) => postJson<Detection>(`${baseUrl}/detections`, { detectorId, datasetId }),
  };
}

export type DatasetClient = ReturnType<typeof datasetClient>;
export type DetectionClient = ReturnType<typeof detectionClient>;
