import type { DatasetClient } from './dataset-client.ts';
import type { DetectionClient } from './detection-client.ts';

export interface OverviewRow {
  name: string;
  points: string;
  /** `undefined` when no detection has looked at the dataset yet. */
  anomalies: number | undefined;
}

/** The first page of datasets, each with what its last detection found. */
export async function overview(datasets: DatasetClient, detections: DetectionClient): Promise<OverviewRow[]> {
  const { items } = await datasets.listDatasets(1, 20);
  return Promise.all(
    items.map(async ({ id, name, unit, pointCount }) => {
      const [last] = (await detections.listDetections(id)).items;
      return { name, points: `${pointCount} points in ${unit}`, anomalies: last?.anomalyCount };
    }),
  );
}

export function rowText({ name, points, anomalies }: OverviewRow): string {
  const found = anomalies === undefined ? 'not looked at yet' : anomalies === 1 ? '1 anomaly' : `${anomalies} anomalies`;
  return `${name}: ${points}, ${found}`;
}
