import { readFileSync } from 'node:fs';
import { datasetStore } from './dataset-store.ts';
import { providerStates } from './verification/provider-states.ts';
import { failed } from './verification/results.ts';
import { pactSource } from './verification/settings.ts';
import { verifyContracts } from './verification/verify-contracts.ts';

const failuresOf = ({ interactionResults }: Awaited<ReturnType<typeof verifyContracts>>) =>
  interactionResults.filter(failed).map(({ consumer, description }) => `${consumer}: ${description}`);

test('keeps every contract of this repository', async () => {
  const results = await verifyContracts({});
  expect(failuresOf(results)).toEqual([]);
  expect(results.result).toBe(true);
  const consumers = new Set(results.interactionResults.map(({ consumer }) => consumer));
  expect([...consumers].toSorted()).toEqual(['dashboard', 'detection-service', 'pipeline-runner']);
});

test('a renamed field breaks the dashboard, which reads it, and nobody else', async () => {
  const results = await verifyContracts({ DATASET_SERVICE_BEHAVIOUR: 'renamed-field' });
  expect(results.result).toBe(false);
  expect(failuresOf(results)).toEqual(['dashboard: a request for a dataset', 'dashboard: a request for the first page of datasets']);
  expect(JSON.stringify(results.errors)).toContain('pointCount');
});

test('a unit that became required breaks the pipeline, which leaves it out once', async () => {
  const results = await verifyContracts({ DATASET_SERVICE_BEHAVIOUR: 'required-field' });
  expect(failuresOf(results)).toEqual(['pipeline-runner: an upload of a dataset without a unit']);
});

test('a verification that cannot run says why', async () => {
  await expect(verifyContracts({ DATASET_SERVICE_BEHAVIOUR: 'odd' })).rejects.toThrow('DATASET_SERVICE_BEHAVIOUR must be one of');
});

// The verifier only warns of a state that nobody arranges, and then tests against whatever happens to be there.
test('every provider state of the contracts is arranged here, and none is arranged for nobody', () => {
  const pacts = pactSource('dataset-service', {}).pactUrls ?? [];
  const interactions = pacts.flatMap(
    (path) => JSON.parse(readFileSync(path, 'utf8')).interactions as { providerStates?: { name: string }[] }[],
  );
  const asked = new Set(interactions.flatMap(({ providerStates = [] }) => providerStates.map(({ name }) => name)));
  const arranged = Object.keys(providerStates(datasetStore({ newId: () => '1', now: () => new Date(0) })));
  expect(arranged.toSorted()).toEqual([...asked].toSorted());
});
