import { Refusal } from './problem.ts';
import type { Dataset } from './types.ts';

/** `undefined` when there is no such dataset. */
export type FetchDataset = (id: string) => Promise<Dataset | undefined>;

const unavailable = (reason: string) => new Refusal(502, { error: 'dataset-service-unavailable', message: `dataset-service ${reason}.` });

/** Reads datasets from dataset-service; whatever goes wrong there is a 502 here. */
export function datasetClient(baseUrl: string): FetchDataset {
  return async (id) => {
    const url = `${baseUrl}/datasets/${encodeURIComponent(id)}`;
    const response = await fetch(url, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(5000) }).catch(() => {
      throw unavailable('does not answer');
    });
    if (response.status === 404) return undefined;
    if (!response.ok) throw unavailable(`answered ${response.status}`);
    return (await response.json()) as Dataset;
  };
}
