import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startBroker, type TestBroker } from './broker.ts';
import { publication } from './contracts.ts';
import { expectGolden } from './golden.ts';
import { databases } from './store.ts';

const PROVIDER = '/pacts/provider/Order%20API';
const WEB = `${PROVIDER}/consumer/Order%20Web`;

describe.each(databases)('pacts in lists on %s', (database) => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startBroker({ database });
    const publish = (consumer: string, version: string, options: Parameters<typeof publication>[3]) =>
      broker.post('/contracts/publish', publication(consumer, version, ['Order API'], options));
    await publish('Order Web', '1', { branch: 'main', tags: ['prod'] });
    await publish('Order Web', '2', { branch: 'main', path: '/b' });
    await publish('Order Web', '3', { branch: 'feat/x', tags: ['dev', 'prod'], path: '/c' });
    await publish('Order Web', '4', { path: '/c' });
    await publish('Order Mobile', '7', { branch: 'trunk', tags: ['prod'] });
    await broker.patch('/pacticipants/Order%20Mobile', { mainBranch: 'trunk' });
    await broker.put('/pacticipants/Silent', {});
  });
  afterAll(() => broker.stop());

  // The links of a list, as "Consumer version".
  const linked = async (path: string): Promise<string[]> => {
    const { body } = await broker.get(path);
    const links: { href: string }[] = body._links['pb:pacts'] ?? body._links['pb:pact-versions'];
    return links.map(({ href }) => decodeURIComponent(href).replace(/.*consumer\/Order (\w+)\/version\//, '$1 '));
  };

  test.each([
    [PROVIDER, ['Mobile 7', 'Web 1', 'Web 2', 'Web 3', 'Web 4']],
    [`${PROVIDER}/latest`, ['Mobile 7', 'Web 4']],
    [`${PROVIDER}/latest/prod`, ['Mobile 7', 'Web 3']],
    [`${PROVIDER}/tag/prod`, ['Mobile 7', 'Web 1', 'Web 3']],
    [`${PROVIDER}/tag/nope`, []],
    [`${PROVIDER}/latest/nope`, []],
    [`${PROVIDER}/branch`, ['Mobile 7', 'Web 1', 'Web 2']],
    [`${PROVIDER}/branch/latest`, ['Mobile 7', 'Web 2']],
    [`${PROVIDER}/branch/main`, ['Web 1', 'Web 2']],
    [`${PROVIDER}/branch/feat%2Fx/latest`, ['Web 3']],
    [`${PROVIDER}/branch/nope`, []],
    ['/pacts/provider/Silent', []],
    [`${WEB}/versions`, ['Web 4', 'Web 3', 'Web 2', 'Web 1']],
    [`${WEB}/versions?size=2&page=2`, ['Web 2', 'Web 1']],
    [`${WEB}/tag/prod`, ['Web 3', 'Web 1']],
    [`${WEB}/branch/main`, ['Web 1', 'Web 2']],
    [`${WEB}/branch`, ['Web 1', 'Web 2']],
    [`${WEB}/branch/versions`, ['Web 1', 'Web 2']],
    [`${WEB}/branch/latest/versions`, ['Web 2']],
    [`${WEB}/branch/feat%2Fx/latest/versions`, ['Web 3']],
    [`${WEB}/branch/nope/latest/versions`, []],
  ])('%s', async (path, expected) => expect(await linked(path)).toEqual(expected));

  test('come in the wire format', async () => {
    expectGolden(broker, 'pact-lists', {
      'of a provider': await broker.get(`${PROVIDER}/latest`),
      'a page of a provider': await broker.get(`${PROVIDER}?pageSize=2&pageNumber=2`),
      'between two': await broker.get(`${WEB}/branch/main`),
      'the latest of all': await broker.get('/pacts/latest'),
      'a page of the latest of all': await broker.get('/pacts/latest?size=1'),
    });
  });

  test.each([
    ['the newest with other content', '2', '1'],
    ['past versions of the same content', '4', '2'],
  ])('the previous distinct pact is %s', async (_what, of, previous) => {
    const { status, headers } = await broker.get(`${WEB}/version/${of}/previous-distinct`);
    expect([status, headers.get('x-pact-consumer-version')]).toEqual([200, previous]);
  });

  const HAL = 'application/hal+json;charset=utf-8';
  const JSON_TYPE = 'application/json;charset=utf-8';
  test.each([
    ['/pacts/provider/Nobody/latest', HAL],
    [`${PROVIDER}/consumer/Nobody/versions`, HAL],
    ['/pacts/provider/Nobody/consumer/Order%20Web/versions', HAL],
    [`${WEB}/version/1/previous-distinct`, JSON_TYPE],
    [`${WEB}/version/99/previous-distinct`, JSON_TYPE],
    ['/pacts/provider/Nobody/provider-states', HAL],
    [`${PROVIDER}/provider-states/environment/00000000-0000-4000-8000-000000000000`, JSON_TYPE],
  ])('%s is not found', async (path, type) => {
    const answer = await broker.get(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, type]);
  });

  test.each(['size=0', 'page=0', 'size=5000', 'page=x'])('a page of %s is refused', async (query) => {
    const { status, body } = await broker.get(`${WEB}/versions?${query}`);
    expect([status, Object.keys(body.errors)]).toEqual([400, [query.split('=')[0]]]);
  });

  test('provider states: of main branches, of a branch, of an environment, of every specification', async () => {
    const states = async (path: string) =>
      (await broker.get(`/pacts/provider/Stateful/provider-states${path}`)).body.providerStates.map(
        ({ name, consumers }: { name: string; consumers: string[] }) => `${name}: ${consumers.join(', ')}`,
      );
    const put = (consumer: string, version: string, interactions: unknown[], messages?: unknown[]) =>
      broker.put(`/pacts/provider/Stateful/consumer/${consumer}/version/${version}`, {
        consumer: { name: consumer },
        provider: { name: 'Stateful' },
        interactions,
        ...(messages ? { messages } : {}),
      });
    await put('B', '1', [{ description: 'a', providerState: 'old' }]);
    await put('B', '2', [{ description: 'a', providerStates: [{ name: 'x', params: {} }, { name: 'y' }, { name: 5 }] }]);
    await put(
      'A',
      '1',
      [{ description: 'a', provider_state: 'x' }, { description: 'b' }],
      [{ description: 'm', providerStates: [{ name: 'z' }] }],
    );
    await broker.put('/pacticipants/B/branches/main/versions/1', {});
    await broker.put('/pacticipants/A/branches/trunk/versions/1', {});
    await broker.put('/pacticipants/B/branches/next/versions/2', {});
    const environment = await broker.post('/environments', { name: 'test', production: false });
    await broker.post(`/pacticipants/A/versions/1/deployed-versions/environment/${environment.body.uuid}`, {});
    expect(await states('')).toEqual(['old: B']);
    await broker.patch('/pacticipants/A', { mainBranch: 'trunk' });
    expect(await states('')).toEqual(['old: B', 'x: A', 'z: A']);
    expect(await states('/branch/next')).toEqual(['x: B', 'y: B']);
    expect(await states('/branch/main')).toEqual(['old: B']);
    for (const named of [environment.body.uuid, 'test']) expect(await states(`/environment/${named}`)).toEqual(['x: A', 'z: A']);
  });

  test('deleted pacts leave the ones before them newest, and what others share', async () => {
    const P = '/pacts/provider/Del%20API/consumer/Del';
    const publish = (version: string, path: string) =>
      broker.post('/contracts/publish', publication('Del', version, ['Del API', 'Other API'], { branch: 'main', tags: ['t'], path }));
    for (const [version, path] of [
      ['1', '/1'],
      ['2', '/2'],
      ['3', '/2'],
    ] as const)
      await publish(version, path);
    const verify = (await broker.get(`${P}/version/3`)).body._links['pb:publish-verification-results'].href;
    await broker.post(verify, { success: true, providerApplicationVersion: '9' });
    const version = async (path: string) => (await broker.get(path)).headers.get('x-pact-consumer-version');
    const heads = async () => [await version(`${P}/latest`), await version(`${P}/latest/t`), await version(`${P}/branch/main/latest`)];

    const deleted = await broker.delete(`${P}/version/3`);
    expect([deleted.status, deleted.body._links['pb:latest-pact-version'].href]).toEqual([200, `${broker.url}${P}/latest`]);
    expect(await heads()).toEqual(['2', '2', '2']);
    expect((await broker.get(`${P}/latest/verification-results/latest`)).body.success).toBe(true);
    expect(await version('/pacts/provider/Other%20API/consumer/Del/latest')).toBe('3');
    expect((await broker.get('/pacticipants/Del/versions/3')).status).toBe(200);

    expect((await broker.delete(`${P}/tag/t`)).status).toBe(200);
    expect((await broker.get(`${P}/latest`)).status).toBe(404);
    expect(await version('/pacts/provider/Other%20API/consumer/Del/latest/t')).toBe('3');
    for (const path of [`${P}/version/3`, `${P}/version/99`, `${P}/tag/t`, `${P}/tag/nope`])
      expect((await broker.delete(path)).status).toBe(404);
  });
});
