import type { DetectionStore } from './detection-store.ts';
import { usualThreshold, usualWindow } from './methods/find-anomalies.ts';
import { Refusal, validationProblem } from './problem.ts';
import type { Detector, DetectorRequest } from './types.ts';

/** Fills in what the request leaves open; refuses a window that the method would ignore or that has no middle. */
export function createDetector(request: DetectorRequest, store: DetectionStore): Detector {
  const { name, method, threshold = usualThreshold[method], window } = request;
  if (method !== 'rolling-median') {
    if (window !== undefined) throw badWindow('is for rolling-median only');
    return store.addDetector({ name, method, threshold });
  }
  if (window !== undefined && window % 2 === 0) throw badWindow('must be odd');
  return store.addDetector({ name, method, threshold, window: window ?? usualWindow });
}

const badWindow = (message: string) => new Refusal(400, validationProblem([{ field: 'window', message }]));
