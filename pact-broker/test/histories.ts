import fc from 'fast-check';
import type { TestBroker } from './broker.ts';
import { publication } from './contracts.ts';

export type Step = (broker: TestBroker) => Promise<{ status: number }>;

const consumer = fc.constantFrom('Web', 'Mobile');
const provider = fc.constantFrom('API', 'Stock');
const pacticipant = fc.oneof(consumer, provider);
const branch = fc.constantFrom('main', 'feat/x', 'feat/y');
const tag = fc.constantFrom('dev', 'test');
const path = fc.constantFrom('/a', '/b', '/c');
const enc = encodeURIComponent;

export const keepRules = fc.constantFrom<object[]>([{ latest: true }], [{ branch: 'main' }], [{ tag: 'dev' }, { pacticipant: 'API' }]);

/** Cleans up as if a day had passed, so that no version is too new. */
export async function cleanUpLater(broker: TestBroker, keep: object[]) {
  const { now } = broker.tenant;
  broker.tenant.now = () => new Date(Date.now() + 86_400_000).toISOString();
  try {
    return await broker.post('/clean-up', { keep, limit: 1000 });
  } finally {
    broker.tenant.now = now;
  }
}

/** A provider's build as CI runs it: it asks what to verify, and publishes a result for each pact it is handed, work in progress too. */
async function build(
  broker: TestBroker,
  {
    provider,
    version,
    branch,
    tag,
    success,
  }: { provider: string; version: string; branch: string; tag: string | undefined; success: boolean },
) {
  const as = tag === undefined ? { providerVersionBranch: branch } : { providerVersionTags: [tag] };
  const mark = tag === undefined ? `branches/${enc(branch)}/versions/${version}` : `versions/${version}/tags/${tag}`;
  const put = await broker.put(`/pacticipants/${provider}/${mark}`, {});
  const asked = await broker.post(`/pacts/provider/${provider}/for-verification`, {
    ...as,
    consumerVersionSelectors: [{ mainBranch: true }],
    includePendingStatus: true,
    includeWipPactsSince: '2020-01-01',
  });
  for (const { _links } of asked.body?._embedded?.pacts ?? []) {
    const pact = await broker.get(_links.self.href);
    const link = pact.body?._links?.['pb:publish-verification-results']?.href;
    if (link) await broker.post(link, { success, providerApplicationVersion: version });
  }
  return put;
}

/** What teams do to a broker, each with its label, so that a failing history reads as a story. */
const stepsOn = (version: fc.Arbitrary<string>): Record<string, fc.Arbitrary<Step>> => ({
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
  build: fc.record({ provider, version, branch, tag: fc.option(tag, { nil: undefined }), success: fc.boolean() }).map(
    (s): Step =>
      (broker) =>
        build(broker, s),
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
  release: fc.record({ pacticipant, version }).map(
    (s): Step =>
      async (broker) => {
        const environments = await broker.get('/environments?name=test');
        const uuid = environments.body._embedded.environments[0].uuid;
        return broker.post(`/pacticipants/${s.pacticipant}/versions/${s.version}/released-versions/environment/${uuid}`, {});
      },
  ),
  cleanUp: keepRules.map(
    (keep): Step =>
      (broker) =>
        cleanUpLater(broker, keep),
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
});
const weights: Record<string, number> = { publish: 10, verify: 6, build: 3, putOnBranch: 3, tag: 3, deploy: 2, deletePact: 2 };

const historyOf = (steps: Record<string, fc.Arbitrary<Step>>, length: { minLength: number; maxLength: number }) =>
  fc.array(
    fc.oneof(
      ...Object.entries(steps).map(([label, arbitrary]) => ({
        weight: weights[label] ?? 1,
        arbitrary: arbitrary.map((step) => ({ label, step })),
      })),
    ),
    { ...length, size: 'max' },
  );

export const history = historyOf(stepsOn(fc.constantFrom('1', '2', '3', '4')), { minLength: 10, maxLength: 40 });

/** Many versions, and nothing deleted: what a clean-up finds. */
const {
  publish,
  verify,
  build: buildProvider,
  putOnBranch,
  tag: putTag,
  takeOffBranch,
  untag,
  deploy,
  release,
} = stepsOn(fc.integer({ min: 1, max: 15 }).map(String));
export const longHistory = historyOf(
  { publish, verify, build: buildProvider, putOnBranch, tag: putTag, takeOffBranch, untag, deploy, release } as Record<
    string,
    fc.Arbitrary<Step>
  >,
  { minLength: 40, maxLength: 80 },
);
