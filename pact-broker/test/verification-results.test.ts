import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startBroker, type TestBroker } from './broker.ts';
import { publication } from './contracts.ts';
import { databases } from './store.ts';

describe.each(databases)('verification results on %s', (database) => {
  let broker: TestBroker;
  const verify = async (provider: string, version: string, success: boolean) => {
    const { body } = await broker.get(`/pacts/provider/${provider}/consumer/Web/version/1`);
    const result = { success, providerApplicationVersion: version, testResults: [{ of: `${provider} ${version}` }] };
    return broker.post(body._links['pb:publish-verification-results'].href, result);
  };

  beforeAll(async () => {
    broker = await startBroker({ database });
    await broker.post('/contracts/publish', publication('Web', '1', ['A', 'B', 'C'], { branch: 'main' }));
    await broker.post('/contracts/publish', publication('Web', '2', ['A'], { branch: 'main' }));
    await verify('B', '10', true);
    await verify('A', '20', true);
    await verify('B', '11', false);
  });
  afterAll(() => broker.stop());

  test('the newest of each pact of a consumer version are told together, with those that are missing', async () => {
    const { body } = await broker.get('/verification-results/consumer/Web/version/1/latest');
    expect(body).toMatchObject({ success: false, providerSummary: { successful: ['A'], failed: ['B'], unknown: ['C'] } });
    expect(body._embedded.verificationResults).toMatchObject([
      { providerName: 'A', providerApplicationVersion: '20', success: true, testResults: [{ of: 'A 20' }] },
      { providerName: 'B', providerApplicationVersion: '11', success: false, testResults: [{ of: 'B 11' }] },
    ]);
  });

  test('a consumer version whose pacts are all verified is a success', async () => {
    const { body } = await broker.get('/verification-results/consumer/Web/version/2/latest');
    expect(body).toMatchObject({ success: true, providerSummary: { successful: ['A'], failed: [], unknown: [] } });
  });

  test('a consumer version without a pact has no results and is none', async () => {
    const { body } = await broker.get('/verification-results/consumer/Web/version/3/latest');
    expect(body).toMatchObject({ success: false, providerSummary: { successful: [], failed: [], unknown: [] } });
  });

  test('a result names the version that was asked for, or the newest with its content', async () => {
    const latest = await broker.get('/pacts/provider/A/consumer/Web/version/1/verification-results/latest');
    expect(latest.body._links.self.name).toContain('Web (1)');
    const { body } = await broker.get(latest.body._links.self.href);
    expect(body._links.self.name).toContain('Web (2)');
  });
});
