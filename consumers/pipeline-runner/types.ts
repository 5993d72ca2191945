/** What the pipeline sends and what it reads of the answers, and nothing more. */

export interface Point {
  at: string;
  value: number;
}

export interface DatasetUpload {
  name: string;
  unit?: string;
  points: Point[];
}

export interface DetectorRequest {
  name: string;
  method: 'z-score' | 'iqr' | 'rolling-median';
  threshold?: number;
  window?: number;
}

export interface Created {
  id: string;
}

export interface Detector extends Created {
  threshold: number;
}

export interface Detection extends Created {
  anomalyCount: number;
}
