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

  test('of contents that other versions have, nothing is told; a content that several have is told once', async () => {
    const publish = (version: string, path: string) => broker.post('/contracts/publish', publication('Shop', version, ['D'], { path }));
    const verifyShop = async (version: string, success: boolean) => {
      const { body } = await broker.get(`/pacts/provider/D/consumer/Shop/version/${version}`);
      await broker.post(body._links['pb:publish-verification-results'].href, { success, providerApplicationVersion: `of ${version}` });
    };
    const results = async (version: string) => {
      const { body } = await broker.get(`/verification-results/consumer/Shop/version/${version}/latest`);
      const named = body._embedded.verificationResults.map((one: { providerApplicationVersion: string }) => one.providerApplicationVersion);
      return { success: body.success, ...body.providerSummary, named };
    };
    await publish('1', '/a');
    await publish('2', '/b');
    await publish('3', '/a');
    await publish('4', '/d');
    await verifyShop('2', false);
    await verifyShop('1', true);
    const verified = { success: true, successful: ['D'], failed: [], unknown: [], named: ['of 1'] };
    expect([await results('1'), await results('3')]).toEqual([verified, verified]);
    expect(await results('2')).toEqual({ success: false, successful: [], failed: ['D'], unknown: [], named: ['of 2'] });
    expect(await results('4')).toEqual({ success: false, successful: [], failed: [], unknown: ['D'], named: [] });
  });

  test('a consumer version without a pact has no results and is none', async () => {
    await broker.put('/pacticipants/Web/versions/3', {});
    const { body } = await broker.get('/verification-results/consumer/Web/version/3/latest');
    expect(body).toMatchObject({ success: false, providerSummary: { successful: [], failed: [], unknown: [] } });
  });

  test.each(['Web/version/nope', 'Nobody/version/1'])('what does not exist is not found: %s', async (path) => {
    expect((await broker.get(`/verification-results/consumer/${path}/latest`)).status).toBe(404);
  });

  test('a result names the version that was asked for, or the newest with its content', async () => {
    const latest = await broker.get('/pacts/provider/A/consumer/Web/version/1/verification-results/latest');
    expect(latest.body._links.self.name).toContain('Web (1)');
    const { body } = await broker.get(latest.body._links.self.href);
    expect(body._links.self.name).toContain('Web (2)');
  });
});
