/** What the dashboard reads of each answer, and nothing more: a field that is not here may change without asking us. */

interface DatasetSummary {
  id: string;
  name: string;
  unit: string;
  pointCount: number;
}

export interface DatasetPage {
  items: DatasetSummary[];
  page: number;
  total: number;
}

export interface Dataset extends DatasetSummary {
  points: { at: string; value: number }[];
}

export interface Detection {
  id: string;
  datasetId: string;
  method: string;
  ranAt: string;
  anomalies: { at: string; value: number; score: number }[];
}

export interface DetectionList {
  items: { id: string; method: string; anomalyCount: number; ranAt: string }[];
}
