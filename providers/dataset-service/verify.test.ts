import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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
  expect(results).toMatchObject({ success: true, complaints: [] });
  const consumers = new Set(results.interactionResults.map(({ consumer }) => consumer));
  expect([...consumers].toSorted()).toEqual(['dashboard', 'detection-service', 'pipeline-runner']);
});

test('a renamed field breaks the dashboard, which reads it, and nobody else', async () => {
  const results = await verifyContracts({ DATASET_SERVICE_BEHAVIOUR: 'renamed-field' });
  expect(results.success).toBe(false);
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

/** A server with one pact, whose state nobody arranges, and no place for its results. */
async function serveOnePact() {
  const interaction = {
    type: 'Synchronous/HTTP',
    description: 'a look at the moon',
    providerStates: [{ name: 'a full moon' }],
    request: { method: 'GET', path: '/health' },
    response: { status: 200 },
  };
  const server = createServer((request, response) => {
    const links = {
      'pb:publish-verification-results': { href: `http://127.0.0.1:${port}/results` },
      'pb:provider': { href: `http://127.0.0.1:${port}/provider` },
    };
    const parties = { consumer: { name: 'astronomer' }, provider: { name: 'dataset-service' } };
    const pact = { ...parties, interactions: [interaction], metadata: { pactSpecification: { version: '4.0' } }, _links: links };
    response.writeHead(request.url === '/pact' ? 200 : 404, { 'content-type': 'application/hal+json' }).end(JSON.stringify(pact));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}/pact` };
}

test('a state that nobody arranged and a result that nobody got are failures, though the verifier is content', async () => {
  const { server, url } = await serveOnePact();
  const results = await verifyContracts({ PACT_URL: url, PUBLISH_RESULTS: 'true', PROVIDER_VERSION: '1', PROVIDER_BRANCH: 'main' });
  server.close();
  expect(results).toMatchObject({ result: true, success: false });
  expect(results.complaints.toSorted()).toEqual([
    expect.stringMatching(/^Publishing of verification results failed.*404/),
    'no state handler found for state: "a full moon"',
  ]);
});

test('every provider state of the contracts is arranged here, and none is arranged for nobody', () => {
  const pacts = pactSource('dataset-service', {}).pactUrls ?? [];
  const interactions = pacts.flatMap(
    (path) => JSON.parse(readFileSync(path, 'utf8')).interactions as { providerStates?: { name: string }[] }[],
  );
  const asked = new Set(interactions.flatMap(({ providerStates = [] }) => providerStates.map(({ name }) => name)));
  const arranged = Object.keys(providerStates(datasetStore({ newId: () => '1', now: () => new Date(0) })));
  expect(arranged.toSorted()).toEqual([...asked].toSorted());
});
