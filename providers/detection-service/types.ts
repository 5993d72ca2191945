/** What detection-service says and accepts over HTTP, and the message it publishes. Times are ISO 8601 in UTC. */

export type Method = 'z-score' | 'iqr' | 'rolling-median';

/** The body of `POST /detectors`. Without a threshold the method's usual one holds; `window` is for rolling-median only. */
export interface DetectorRequest {
  name: string;
  method: Method;
  /** A point is an anomaly when its score is further from zero than this. */
  threshold?: number;
  /** How many points, an odd number, a rolling median looks at. */
  window?: number;
}

export interface Detector {
  id: string;
  name: string;
  method: Method;
  threshold: number;
  window?: number;
  createdAt: string;
}

/** The body of `POST /detections`. */
export interface DetectionRequest {
  detectorId: string;
  datasetId: string;
}

export interface Anomaly {
  at: string;
  value: number;
  /** How far out the point lies, in the method's own measure; negative when below. Rounded to four decimals. */
  score: number;
}

export interface DetectionSummary {
  id: string;
  datasetId: string;
  detectorId: string;
  method: Method;
  pointCount: number;
  anomalyCount: number;
  ranAt: string;
}

export interface Detection extends DetectionSummary {
  anomalies: Anomaly[];
}

/** `GET /detections?datasetId=…`, newest first. */
export interface DetectionList {
  items: DetectionSummary[];
}

/** The message "anomaly found", one for each anomaly of a detection. */
export interface AnomalyFound {
  type: 'anomaly-found';
  detectionId: string;
  dataset: { id: string; name: string; unit: string };
  detector: { id: string; name: string; method: Method };
  anomaly: Anomaly;
  /** `critical` from twice the threshold on. */
  severity: 'warning' | 'critical';
}

/** What detection-service reads of a dataset of dataset-service. */
export interface Dataset {
  id: string;
  name: string;
  unit: string;
  points: { at: string; value: number }[];
}

export interface FieldError {
  field: string;
  message: string;
}

/** Every answer of 400 and above. `error` is stable, `message` is for people. */
export interface Problem {
  error: string;
  message: string;
  fields?: FieldError[];
}

/** Breaking changes to be shown: a field renamed in answers and messages, a request field made required. */
export type Behaviour = 'normal' | 'renamed-field' | 'required-field';
