import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { startBroker, type TestBroker } from './broker.ts';
import { publication } from './contracts.ts';
import { keptState, scannedState } from './kept-state.ts';
import { databases } from './store.ts';

type Step = (broker: TestBroker) => Promise<{ status: number }>;

const consumer = fc.constantFrom('Web', 'Mobile');
const provider = fc.constantFrom('API', 'Stock');
const pacticipant = fc.oneof(consumer, provider);
const version = fc.constantFrom('1', '2', '3', '4');
const branch = fc.constantFrom('main', 'feat/x', 'feat/y');
const tag = fc.constantFrom('dev', 'test');
const path = fc.constantFrom('/a', '/b', '/c');
const enc = encodeURIComponent;

/** What teams do to a broker, each with its label, so that a failing history reads as a story. */
const steps: Record<string, fc.Arbitrary<Step>> = {
  publish: fc
    .record({
      consumer,
      version,
      providers: fc.uniqueArray(provider, { minLength: 1 }),
      branch: fc.option(branch, { nil: '' }),
      tags: fc.uniqueArray(tag),
      path,
    })
    .map(
      ({ consumer, version, providers, ...options }): Step =>
        (broker) =>
          broker.post('/contracts/publish', publication(consumer, version, providers, options)),
    ),
  verify: fc.record({ consumer, provider, version, number: version, success: fc.boolean() }).map(
    ({ consumer, provider, version, number, success }): Step =>
      async (broker) => {
        const found = await broker.get(`/pacts/provider/${provider}/consumer/${consumer}/version/${version}`);
        const link = found.body?._links?.['pb:publish-verification-results']?.href;
        return link ? broker.post(link, { success, providerApplicationVersion: number }) : found;
      },
  ),
  putOnBranch: fc.record({ pacticipant, branch, version }).map(
    (s): Step =>
      (broker) =>
        broker.put(`/pacticipants/${s.pacticipant}/branches/${enc(s.branch)}/versions/${s.version}`, {}),
  ),
  tag: fc.record({ pacticipant, tag, version }).map(
    (s): Step =>
      (broker) =>
        broker.put(`/pacticipants/${s.pacticipant}/versions/${s.version}/tags/${s.tag}`, {}),
  ),
  takeOffBranch: fc.record({ pacticipant, branch, version }).map(
    (s): Step =>
      (broker) =>
        broker.delete(`/pacticipants/${s.pacticipant}/branches/${enc(s.branch)}/versions/${s.version}`),
  ),
  deleteBranch: fc.record({ pacticipant, branch }).map(
    (s): Step =>
      (broker) =>
        broker.delete(`/pacticipants/${s.pacticipant}/branches/${enc(s.branch)}`),
  ),
  untag: fc.record({ pacticipant, tag, version }).map(
    (s): Step =>
      (broker) =>
        broker.delete(`/pacticipants/${s.pacticipant}/versions/${s.version}/tags/${s.tag}`),
  ),
  deleteVersion: fc.record({ pacticipant, version }).map(
    (s): Step =>
      (broker) =>
        broker.delete(`/pacticipants/${s.pacticipant}/versions/${s.version}`),
  ),
  deploy: fc.record({ pacticipant, version, applicationInstance: fc.constantFrom('', 'blue') }).map(
    ({ pacticipant, version, applicationInstance }): Step =>
      async (broker) => {
        const environments = await broker.get('/environments?name=test');
        const uuid = environments.body._embedded.environments[0].uuid;
        return broker.post(`/pacticipants/${pacticipant}/versions/${version}/deployed-versions/environment/${uuid}`, {
          applicationInstance,
        });
      },
  ),
  deletePact: fc.record({ consumer, provider, version }).map(
    (s): Step =>
      (broker) =>
        broker.delete(`/pacts/provider/${s.provider}/consumer/${s.consumer}/version/${s.version}`),
  ),
  deletePactsWithTag: fc.record({ consumer, provider, tag }).map(
    (s): Step =>
      (broker) =>
        broker.delete(`/pacts/provider/${s.provider}/consumer/${s.consumer}/tag/${s.tag}`),
  ),
  deleteIntegration: fc.record({ consumer, provider }).map(
    (s): Step =>
      (broker) =>
        broker.delete(`/integrations/provider/${s.provider}/consumer/${s.consumer}`),
  ),
  deletePacticipant: fc.record({ pacticipant }).map(
    (s): Step =>
      (broker) =>
        broker.delete(`/pacticipants/${s.pacticipant}`),
  ),
};
const weights: Record<string, number> = { publish: 10, verify: 6, putOnBranch: 3, tag: 3, deploy: 2, deletePact: 2 };
const labelled = Object.entries(steps).map(([label, arbitrary]) => ({
  weight: weights[label] ?? 1,
  arbitrary: arbitrary.map((step) => ({ label, step })),
}));
const history = fc.array(fc.oneof(...labelled), { minLength: 10, maxLength: 40, size: 'max' });

describe.each(databases)('whatever happens to a broker on %s', (database) => {
  test('what is kept at write time is what a plain scan of the history yields', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (happenings) => {
        const broker = await startBroker({ database, rules: { allowPactModification: true } });
        try {
          await broker.post('/environments', { name: 'test', production: false });
          for (const { step } of happenings) expect((await step(broker)).status).toBeLessThan(500);
          const { integrations, ...kept } = await keptState(broker.tenant.db);
          const { integrations: published, ...scanned } = await scannedState(broker.tenant.db);
          expect(kept).toEqual(scanned);
          // An integration stays, with what was recorded of it, when its last pact goes.
          expect(integrations).toEqual(expect.arrayContaining(published as string[]));
        } finally {
          await broker.stop();
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
