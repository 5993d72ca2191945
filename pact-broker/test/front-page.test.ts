import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startBroker, type TestBroker } from './broker.ts';
import { publication } from './contracts.ts';
import { databases } from './store.ts';

const asBrowser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe.each(databases)('the first page on %s', (database) => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startBroker({ database });
  });
  afterAll(() => broker.stop());

  test('says how to publish while there is nothing to show', async () => {
    const { status, headers, text } = await broker.get('/', asBrowser);
    expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type: 'text/html;charset=utf-8' });
    expect(text).toContain(`--broker-base-url ${broker.url}`);
  });

  const verify = async (consumer: string, version: string, provider: string, by: string, success: boolean) => {
    const { body } = await broker.get(`/pacts/provider/${provider}/consumer/${consumer}/version/${version}`);
    const result = { success, providerApplicationVersion: by };
    expect((await broker.post(body._links['pb:publish-verification-results'].href, result)).status).toBe(201);
  };
  const page = async (q?: string) => (await broker.get(q === undefined ? '/' : `/?q=${encodeURIComponent(q)}`, asBrowser)).text;

  test('shows of each integration what is newest, on main and in environments, each with the result between exactly these', async () => {
    const [first, second, third] = ['1', '2', '3'].map((digit) => digit.repeat(40)) as [string, string, string];
    const publish = (version: string, branch: string) =>
      broker.post('/contracts/publish', publication('Web', version, ['API'], { branch, path: `/${version}` }));
    await publish(first, 'main');
    await publish(second, 'main');
    await publish(third, 'feat/x');
    for (const version of ['a1', 'a2']) await broker.put(`/pacticipants/API/branches/main/versions/${version}`, {});
    await verify('Web', first, 'API', 'a1', true);
    await verify('Web', second, 'API', 'a1', true);
    await verify('Web', second, 'API', 'a2', false);
    const { uuid } = (await broker.post('/environments', { name: 'production', production: true })).body;
    const deploy = (pacticipant: string, version: string, how = 'deployed') =>
      broker.post(`/pacticipants/${pacticipant}/versions/${version}/${how}-versions/environment/${uuid}`, {});
    await deploy('Web', first);
    await deploy('Web', second, 'released');
    expect(cellsOf(await page())).toEqual([
      'Web',
      'API matrix',
      '? not verified 33333333 → nobody yet feat/x · pact just now',
      '✕ failed 22222222 → a2 main · result just now',
      'production ? not verified 22222222 → provider not there ? not verified 11111111 → provider not there',
    ]);
    await deploy('API', 'a1');
    await verify('Web', third, 'API', 'a2', true);
    const cells = cellsOf(await page());
    expect(cells[2]).toBe('✓ verified 33333333 → a2 feat/x · pact just now · result just now');
    expect(cells[4]).toBe('production ✓ verified 22222222 → a1 ✓ verified 11111111 → a1');
    await deploy('API', 'a2');
    expect(cellsOf(await page())[4]).toBe('production ✕ failed 22222222 → a2 ? not verified 11111111 → a2');
    const text = await page();
    expect(text).toContain(`<button class="version" title="${first}">11111111</button>`);
    expect(text).toContain('<button class="version">a2</button>');
    expect(textOf(/<dl class="summary">.*?<\/dl>/s.exec(text)?.[0] ?? '')).toBe(
      'Newest ✓ 1 verified Main ✕ 1 failed Deployed or released ✕ 1 failed ? 1 not verified',
    );
  });

  test('counts what is more than a few in an environment', async () => {
    const { uuid } = (await broker.post('/environments', { name: 'stores', production: true })).body;
    for (const version of ['4.1', '4.2', '4.3', '4.4', '4.5']) {
      await broker.post('/contracts/publish', publication('App', version, ['Backend'], { path: version < '4.3' ? '/a' : '/b' }));
      await broker.post(`/pacticipants/App/versions/${version}/released-versions/environment/${uuid}`, {});
    }
    await verify('App', '4.1', 'Backend', 'b1', false);
    await broker.post(`/pacticipants/Backend/versions/b1/deployed-versions/environment/${uuid}`, {});
    expect(cellsOf(await page(), 'App')[4]).toBe(
      'stores ✕ failed 4.2 → b1 ✕ failed 4.1 → b1 ? not verified 4.5 → b1 2 more: ? 2 not verified ? not verified 4.4 → b1 ? not verified 4.3 → b1',
    );
    expect(cellsOf(await page(), 'App')[3]).toBe('no main branch');
  });

  test('shows hostile names as text, and runs no script but its own', async () => {
    await broker.post('/contracts/publish', publication('<script>alert(1)</script>', '1"&2', ['a" onload="x'], { branch: '<i>' }));
    const { text, headers } = await broker.get('/', asBrowser);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).toContain('a&quot; onload=&quot;x');
    expect(text).toContain('1&quot;&amp;2');
    expect([...text.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual(['<script type="module" src="/front-page.js">']);
    expect(text).not.toMatch(/<i>|<[^>]* on\w+=["']/);
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    const script = await broker.get('/front-page.js', { accept: '*/*' });
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript;charset=utf-8']);
  });

  test.each([
    ['WEB', ['Web'], '1 of 3 integrations'],
    [' back ', ['App'], '1 of 3 integrations'],
    ['<', ['<script>alert(1)</script>'], '1 of 3 integrations'],
    ['', ['<script>alert(1)</script>', 'App', 'Web'], '3 integrations'],
    ['nobody', [], '0 of 3 integrations'],
  ])('finds "%s" in the name of a consumer or provider, without a script too', async (q, consumers, said) => {
    const text = await page(q);
    expect(
      rowsOf(text)
        .filter(({ hidden }) => !hidden)
        .map(({ cells }) => cells[0]),
    ).toEqual(consumers);
    expect(text).toContain(`>${said}</output>`);
    expect(rowsOf(text)).toHaveLength(3);
  });

  test.each([
    ['a b', '/front-page.js'],
    ['[::', '/front-page.js'],
    ['broker.example/pacts', '/pacts/front-page.js'],
    ['//elsewhere.example', '/elsewhere.example/front-page.js'],
    ['a/"><script>', '/&quot;&gt;&lt;script&gt;/front-page.js'],
  ])('reached as %s, it is there, with a script of its own host', async (host, script) => {
    const { status, text } = await broker.get('/', { ...asBrowser, 'x-forwarded-host': host });
    expect(status).toBe(200);
    expect([...text.matchAll(/<script[^>]*src="([^"]*)"/g)].map(([, src]) => src)).toEqual([script]);
  });

  test('its links lead somewhere, by way of the explorer', async () => {
    const text = await page();
    const links = [...text.matchAll(/href="([^"]*)"/g)].map(([, href]) => textOf(href as string));
    expect(links.length).toBeGreaterThan(12);
    for (const link of links) {
      const { hash, pathname } = new URL(link);
      expect((await broker.get(pathname, asBrowser)).headers.get('content-type')).toContain('text/html');
      if (hash !== '') expect((await broker.get(hash.slice(1))).status).toBe(200);
    }
  });

  test('is for browsers only: a client gets the links', async () => {
    for (const accept of ['application/hal+json', '*/*', 'application/hal+json, text/html']) {
      expect((await broker.get('/', { accept })).body._links.self.href).toBe(broker.url);
    }
  });
});

describe.each(databases)('the first page with 620 integrations on %s', (database) => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startBroker({ database, rules: { checkForPotentialDuplicateNames: false } });
    const providers = Array.from({ length: 20 }, (_, n) => `provider ${n}`);
    for (let n = 0; n < 31; n++) await broker.post('/contracts/publish', publication(`consumer ${n}`, '1', providers, { branch: 'main' }));
  }, 60_000);
  afterAll(() => broker.stop());

  test('has them all', async () => {
    const { text } = await broker.get('/', asBrowser);
    expect(rowsOf(text)).toHaveLength(620);
    expect(text).toContain('>620 integrations</output>');
  });
});

/** What a reader sees of a piece of HTML. */
const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();

const rowsOf = (page: string) =>
  [...page.matchAll(/<tr role="row"( hidden)?>(.*?)<\/tr>/gs)].slice(1).map(([, hidden, row = '']) => ({
    hidden: hidden !== undefined,
    cells: [...row.matchAll(/<(?:th|td)[ >].*?<\/(?:th|td)>/gs)].map(([cell]) => textOf(cell)),
  }));

/** What stands in the row of a consumer. */
const cellsOf = (page: string, consumer = 'Web'): string[] => rowsOf(page).find(({ cells }) => cells[0] === consumer)?.cells ?? [];
