import { readFileSync } from 'node:fs';
import { messageProviders } from './verification/message-providers.ts';
import { providerStates } from './verification/provider-states.ts';
import { failed } from './verification/results.ts';
import { pactSource } from './verification/settings.ts';
import { verifyContracts } from './verification/verify-contracts.ts';
import { world } from './verification/world.ts';

const failuresOf = ({ interactionResults }: Awaited<ReturnType<typeof verifyContracts>>) =>
  interactionResults.filter(failed).map(({ consumer, description }) => `${consumer}: ${description}`);

test('keeps every contract of this repository, of HTTP and of messages', async () => {
  const results = await verifyContracts({});
  expect(failuresOf(results)).toEqual([]);
  expect(results).toMatchObject({ success: true, complaints: [] });
  const consumers = new Set(results.interactionResults.map(({ consumer }) => consumer));
  expect([...consumers].toSorted()).toEqual(['alert-notifier', 'dashboard', 'pipeline-runner']);
});

test('a renamed field breaks the dashboard and the notifier, which read it, and not the pipeline', async () => {
  const results = await verifyContracts({ DETECTION_SERVICE_BEHAVIOUR: 'renamed-field' });
  expect(results.success).toBe(false);
  expect(failuresOf(results)).toEqual([
    'alert-notifier: a critical anomaly found message',
    'alert-notifier: an anomaly found message',
    'dashboard: a request for a detection',
  ]);
  expect(JSON.stringify(results.errors)).toContain('score');
});

test('a threshold that became required breaks the pipeline, which leaves it out once', async () => {
  const results = await verifyContracts({ DETECTION_SERVICE_BEHAVIOUR: 'required-field' });
  expect(failuresOf(results)).toEqual(['pipeline-runner: a detector without a threshold']);
});

interface Asked {
  type?: string;
  description: string;
  providerStates?: { name: string }[];
}

test('every provider state and every message of the contracts is provided here, and none for nobody', () => {
  const pacts = pactSource('detection-service', {}).pactUrls ?? [];
  const interactions = pacts.flatMap((path) => JSON.parse(readFileSync(path, 'utf8')).interactions as Asked[]);
  const states = new Set(interactions.flatMap(({ providerStates = [] }) => providerStates.map(({ name }) => name)));
  expect(Object.keys(providerStates(world())).toSorted()).toEqual([...states].toSorted());
  const messages = interactions.filter(({ type }) => type === 'Asynchronous/Messages').map(({ description }) => description);
  expect(Object.keys(messageProviders(world(), 'normal')).toSorted()).toEqual(messages.toSorted());
});
