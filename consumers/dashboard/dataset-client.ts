import { readJson } from './read-json.ts';
import type { Dataset, DatasetPage } from './types.ts';

export function datasetClient(baseUrl: string) {
  return {
    listDatasets: (page: number, size: number) => readJson<DatasetPage>(`${baseUrl}/datasets?page=${page}&size=${size}`),
    readDataset: (id: string) => readJson<Dataset>(`${baseUrl}/datasets/${encodeURIComponent(id)}`),
  };
}

export type DatasetClient = ReturnType<typeof datasetClient>;
