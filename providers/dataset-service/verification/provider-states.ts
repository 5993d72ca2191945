import type { VerifierOptions } from '@pact-foundation/pact';
import type { DatasetStore } from '../dataset-store.ts';

type StateHandlers = NonNullable<VerifierOptions['stateHandlers']>;

interface DatasetState {
  id?: string;
  name?: string;
  unit?: string;
  values?: number[];
}

/** Half-hourly readings; the fractions keep a consumer from believing that values are whole. */
function uploadOf({ id, name = 'cold store 4', unit = 'Cel', values = [4.5, 4.75, 5.25] }: DatasetState) {
  const points = values.map((value, index) => ({ at: new Date(Date.UTC(2026, 2, 1, 10, 30 * index)).toISOString(), value }));
  return { ...(id ? { id } : {}), name, unit, points };
}

/** What consumers take as given. The store is emptied before each interaction. */
export function providerStates(store: DatasetStore): StateHandlers {
  return {
    'no datasets exist': async () => {},
    'datasets exist': async (parameters) => {
      const { count } = parameters as { count: number };
      for (let number = 1; number <= count; number += 1) store.add(uploadOf({ name: `cold store ${number}` }));
    },
    /** Hands the id back for consumers that leave it to the provider. */
    'a dataset exists': async (parameters) => ({ id: store.add(uploadOf(parameters as DatasetState)).id }),
  };
}
