import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startBroker, type TestBroker } from './broker.ts';
import { publication } from './contracts.ts';
import { expectGolden } from './golden.ts';
import { databases } from './store.ts';

const P = '/pacts/provider/Order%20API/consumer/Order%20Web';

describe.each(databases)('the overview of a broker on %s', (database) => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startBroker({ database });
    const request = { method: 'POST', url: 'https://ci.example.org/verify' };
    await broker.patch('/pacticipants/Order%20Web', {});
    await broker.post('/webhooks', { consumer: { name: 'Order Web' }, events: [{ name: 'contract_published' }], request });
    const publish = (consumer: string, version: string, options: Parameters<typeof publication>[3]) =>
      broker.post('/contracts/publish', publication(consumer, version, ['Order API'], options));
    await publish('Order Web', '1', { branch: 'main', tags: ['prod'] });
    await publish('Order Web', '2', { branch: 'main', path: '/b' });
    await publish('Order Web', '3', { tags: ['dev'], path: '/c' });
    await publish('Order Mobile', '7', { branch: 'main' });
    await broker.post('/contracts/publish', publication('Order API', '5', ['Stock, "Inc"'], { branch: 'main', tags: ['stable'] }));
    const verify = async (version: string, success: boolean) => {
      const { body } = await broker.get(`${P}/version/${version}`);
      await broker.post(body._links['pb:publish-verification-results'].href, { success, providerApplicationVersion: '5' });
    };
    await verify('1', false);
    await verify('1', true);
    await verify('3', false);
  });
  afterAll(() => broker.stop());

  test('comes in the wire format', async () => {
    expectGolden(broker, 'overview', {
      dashboard: await broker.get('/dashboard'),
      'of an integration': await broker.get('/dashboard/provider/Order%20API/consumer/Order%20Web'),
      integrations: await broker.get('/integrations'),
      'a page of integrations': await broker.get('/integrations?q=WEB&pageSize=1&pageNumber=1'),
      metrics: await broker.get('/metrics'),
      dependencies: await broker.get('/diagnostic/status/dependencies'),
    });
  });

  test('a dashboard in pages is the dashboard', async () => {
    const { items } = (await broker.get('/dashboard')).body;
    const pages = await Promise.all([1, 2, 3].map(async (page) => (await broker.get(`/dashboard?size=2&page=${page}`)).body.items));
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 0]);
    expect(pages.flat()).toEqual(items);
  });

  test('a dashboard has the pacts of what is deployed and released, until it is there no more', async () => {
    const of = '/dashboard/provider/Order%20API/consumer/Order%20Mobile';
    const items = async () =>
      (await broker.get(of)).body.items.map(
        ({ consumer }: { consumer: { version: { number: string; environments: { name: string }[] } } }) => [
          consumer.version.number,
          consumer.version.environments.map(({ name }) => name),
        ],
      );
    await broker.post('/contracts/publish', publication('Order Mobile', '8', ['Order API'], { branch: 'main', path: '/d' }));
    await broker.post('/contracts/publish', publication('Order Mobile', '9', ['Order API'], { branch: 'main', path: '/e' }));
    expect(await items()).toEqual([['9', []]]);
    const { uuid } = (await broker.post('/environments', { name: 'prod', production: true })).body;
    const to = (version: string, how: string) => `/pacticipants/Order%20Mobile/versions/${version}/${how}/environment/${uuid}`;
    await broker.post(to('7', 'released-versions'), {});
    const { _links } = (await broker.post(to('8', 'deployed-versions'), {})).body;
    await broker.post(to('8', 'deployed-versions'), { applicationInstance: 'blue' });
    const shown = [
      ['9', []],
      ['8', ['prod']],
      ['7', ['prod']],
    ];
    expect(await items()).toEqual(shown);
    const all = (await broker.get('/dashboard')).body.items.map((item: { consumer: { name: string; version: { number: string } } }) => [
      item.consumer.name,
      item.consumer.version.number,
    ]);
    expect(all).toEqual(expect.arrayContaining(shown.map(([number]) => ['Order Mobile', number])));
    await broker.post(to('9', 'deployed-versions'), { applicationInstance: 'blue' });
    await broker.patch(_links.self.href, { currentlyDeployed: false });
    expect(await items()).toEqual([
      ['9', ['prod']],
      ['7', ['prod']],
    ]);
  });

  const stock = '"Stock, ""Inc"""';
  test.each([
    ['/relationships', `2,Order API,1,1,0,1,4\n4,${stock},1,1,0,2,0\n3,Order Mobile,1,1,0,3,2\n1,Order Web,1,1,0,4,2\n`],
    ['/groups/Order%20Web', `1,Order Web,1,1,0,1,2\n2,Order API,1,1,0,2,4\n4,${stock},1,1,0,3,0\n3,Order Mobile,1,1,0,4,2\n`],
  ])('%s is CSV', async (path, csv) => {
    const { status, headers, text } = await broker.get(path, { accept: 'text/csv' });
    expect([status, headers.get('content-type'), text]).toEqual([200, 'text/csv;charset=utf-8', csv]);
  });

  test.each(['/groups/Nobody', '/dashboard/provider/Order%20API/consumer/Nobody', '/dashboard/provider/Nobody/consumer/Order%20Web'])(
    '%s is not found',
    async (path) => expect((await broker.get(path, { accept: '*/*' })).status).toBe(404),
  );

  test('an error on purpose is one, with its reference and without its cause', async () => {
    const { status, headers, body } = await broker.get('/test/error');
    expect(status).toBe(500);
    expect(body.error.reference).toBe(headers.get('x-request-id'));
    expect(body.error.message).not.toContain('asked for');
  });
});

describe.each(databases)('with 1,000 integrations on %s', (database) => {
  const CONSUMERS = 50;
  const PROVIDERS = 20;
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startBroker({ database, rules: { checkForPotentialDuplicateNames: false } });
    const providers = Array.from({ length: PROVIDERS }, (_, n) => `provider ${n}`);
    for (let n = 0; n < CONSUMERS; n++) {
      await broker.post('/contracts/publish', publication(`consumer ${n}`, '1', providers, { branch: 'main', path: '/a' }));
      await broker.post('/contracts/publish', publication(`consumer ${n}`, '2', providers, { branch: 'main', path: '/b' }));
    }
  }, 120_000);
  afterAll(() => broker.stop());

  test('the integrations and the dashboard list them all', async () => {
    expect((await broker.get('/integrations')).body._embedded.integrations).toHaveLength(1000);
    const dashboard = await broker.get('/dashboard?size=1000');
    expect(dashboard.body.items).toHaveLength(1000);
    expect(dashboard.body._links.next).toBeUndefined();
  });

  test('a dashboard is thirty items a page, and its links lead through all of them', async () => {
    const first = (await broker.get('/dashboard')).body;
    expect(first.page).toEqual({ number: 1, size: 30, totalElements: 1000, totalPages: 34 });
    expect(first._links.previous).toBeUndefined();
    const items = [];
    let next = { href: '/dashboard' };
    for (let pages = 0; next && pages < 40; pages++) {
      const { body } = await broker.get(next.href);
      items.push(...body.items);
      next = body._links.next;
    }
    expect(items).toEqual((await broker.get('/dashboard?pageSize=1000&pageNumber=1')).body.items);
    const second = (await broker.get('/dashboard?page=2')).body;
    expect([second.items.length, second.page.size, new URL(second._links.previous.href).search]).toEqual([30, 30, '?size=30&page=1']);
  });

  test.each(['size=0', 'page=0', 'size=x', 'pageSize=1001'])('a dashboard asked for with %s is refused', async (query) => {
    expect((await broker.get(`/dashboard?${query}`)).status).toBe(400);
  });

  test('one integration is deleted, then all', async () => {
    const one = '/integrations/provider/provider%201/consumer/consumer%201';
    expect((await broker.delete(one)).status).toBe(204);
    expect((await broker.delete(one)).status).toBe(404);
    expect((await broker.get('/pacts/provider/provider%201/consumer/consumer%201/latest')).status).toBe(404);
    expect((await broker.get('/integrations')).body._embedded.integrations).toHaveLength(999);
    expect((await broker.get('/pacticipants/consumer%201/versions/2')).status).toBe(200);
    expect((await broker.delete('/integrations')).status).toBe(204);
    expect((await broker.get('/integrations')).body._embedded.integrations).toEqual([]);
    expect((await broker.get('/pacts/latest')).body.pacts).toEqual([]);
  });
});
