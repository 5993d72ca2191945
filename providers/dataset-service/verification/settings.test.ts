import { pactSource } from './settings.ts';

const broker = { PACT_BROKER_BASE_URL: 'http://127.0.0.1:9292' };

test('a broker selects: main branches, what is deployed or released, the matching branch; pending and WIP are on', () => {
  const env = { ...broker, PACT_BROKER_TOKEN: 'secret', GIT_COMMIT: 'abc', GIT_BRANCH: 'main', PUBLISH_RESULTS: 'true' };
  expect(pactSource('dataset-service', env)).toEqual({
    pactBrokerUrl: 'http://127.0.0.1:9292',
    pactBrokerToken: 'secret',
    consumerVersionSelectors: [{ mainBranch: true }, { deployedOrReleased: true }, { matchingBranch: true }],
    enablePending: true,
    includeWipPactsSince: '2026-01-01',
    failIfNoPactsFound: true,
    publishVerificationResult: true,
    providerVersion: 'abc',
    providerVersionBranch: 'main',
  });
});

test('a user and a password say who asks where there is no token', () => {
  const user = { PACT_BROKER_USERNAME: 'ci', PACT_BROKER_PASSWORD: 'secret' };
  const asUser = { pactBrokerUsername: 'ci', pactBrokerPassword: 'secret' };
  expect(pactSource('dataset-service', { ...broker, PACT_BROKER_TOKEN: '', ...user })).toMatchObject(asUser);
  expect(pactSource('dataset-service', { ...broker, ...user, PACT_URL: 'http://127.0.0.1:9292/pacts/1' })).toMatchObject(asUser);
});

test('without a branch nothing can match it', () => {
  expect(pactSource('dataset-service', broker).consumerVersionSelectors).toEqual([{ mainBranch: true }, { deployedOrReleased: true }]);
});

test('one pact by its address wins over the broker', () => {
  const source = pactSource('dataset-service', { ...broker, PACT_URL: 'http://127.0.0.1:9292/pacts/1', PROVIDER_VERSION: '7' });
  expect(source).toEqual({ pactUrls: ['http://127.0.0.1:9292/pacts/1'], providerVersion: '7' });
});

test('without a broker the files of this provider are verified, and there must be some', () => {
  const { pactUrls = [], failIfNoPactsFound } = pactSource('dataset-service', {});
  expect(failIfNoPactsFound).toBe(true);
  expect(pactUrls.length).toBeGreaterThan(0);
  for (const path of pactUrls) expect(path).toMatch(/-dataset-service\.json$/);
});

test('results are not published for nobody knows which version', () => {
  expect(() => pactSource('dataset-service', { ...broker, PUBLISH_RESULTS: 'true' })).toThrow(/set PROVIDER_VERSION or GIT_COMMIT/);
});
