import { randomUUID } from 'node:crypto';
import type { FetchDataset } from '../dataset-client.ts';
import { detectionStore } from '../detection-store.ts';
import type { Dataset } from '../types.ts';

/**
 * What provider states arrange: the service's own store, and the datasets that dataset-service would answer with.
 * That it answers so is held by a contract of its own, detection-service-dataset-service.json.
 */
export function world() {
  const store = detectionStore({ newId: randomUUID, now: () => new Date() });
  const datasets = new Map<string, Dataset>();
  const fetchDataset: FetchDataset = async (id) => datasets.get(id);
  const clear = () => {
    store.clear();
    datasets.clear();
  };
  return { store, datasets, fetchDataset, clear };
}

export type World = ReturnType<typeof world>;

export interface OutlierDataset {
  id?: string;
  name?: string;
  unit?: string;
  value?: number;
}

/** A day of hourly readings around 5, one of which is far out: 4.7 standard deviations. */
export function datasetWithOutlier({ id = randomUUID(), name = 'cold store 4', unit = 'Cel', value = 12.5 }: OutlierDataset): Dataset {
  const points = Array.from({ length: 24 }, (_, hour) => ({
    at: new Date(Date.UTC(2026, 2, 1, hour)).toISOString(),
    value: hour === 10 ? value : 4.75 + (hour % 3) / 4,
  }));
  return { id, name, unit, points };
}
