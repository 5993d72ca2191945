import type { StoredDataset } from './dataset-store.ts';
import type { Behaviour, Dataset, DatasetSummary } from './types.ts';

/** `renamed-field` says `length` where the contract says `pointCount`: what a harmless-looking clean-up does to a consumer. */
type Renamed<T extends DatasetSummary> = Omit<T, 'pointCount'> & { length: number };

export function representSummary(dataset: StoredDataset, behaviour: Behaviour): DatasetSummary | Renamed<DatasetSummary> {
  const { id, name, unit, points, createdAt } = dataset;
  const count = behaviour === 'renamed-field' ? { length: points.length } : { pointCount: points.length };
  return { id, name, unit, ...count, createdAt };
}

export function representDataset(dataset: StoredDataset, behaviour: Behaviour): Dataset | Renamed<Dataset> {
  return { ...representSummary(dataset, behaviour), points: dataset.points };
}
