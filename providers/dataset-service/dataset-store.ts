import type { DatasetUpload, Point } from './types.ts';

export interface StoredDataset {
  id: string;
  name: string;
  unit: string;
  points: Point[];
  createdAt: string;
}

export interface DatasetStoreOptions {
  newId: () => string;
  now: () => Date;
}

/** Datasets in memory, one store per application. */
export function datasetStore({ newId, now }: DatasetStoreOptions) {
  const datasets = new Map<string, StoredDataset>();
  return {
    add(upload: DatasetUpload & { id?: string }): StoredDataset {
      const { id = newId(), name, unit = '1', points } = upload;
      const dataset = { id, name, unit, points, createdAt: now().toISOString() };
      datasets.set(id, dataset);
      return dataset;
    },
    find: (id: string) => datasets.get(id),
    /** Newest first; pages count from 1. */
    page(page: number, size: number) {
      const all = [...datasets.values()].reverse();
      return { items: all.slice((page - 1) * size, page * size), page, size, total: all.length };
    },
    clear: () => datasets.clear(),
  };
}

export type DatasetStore = ReturnType<typeof datasetStore>;
