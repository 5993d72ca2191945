import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { relations } from '../http/relations/index.ts';
import { startBroker, type TestBroker } from './broker.ts';

let broker: TestBroker;
beforeAll(async () => {
  broker = await startBroker();
});
afterAll(() => broker.stop());

const asBrowser = { accept: 'text/html,application/xhtml+xml' };

test('the list of relations leads to each of their pages', async () => {
  const { status, headers, text } = await broker.get('/doc', asBrowser);
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html;charset=utf-8']);
  const links = [...text.matchAll(/href="([^"]*\/doc\/[^"]+)"/g)].map(([, href]) => href as string);
  expect(links).toHaveLength(Object.keys(relations).length);
  for (const link of links) expect((await broker.get(link, asBrowser)).status).toBe(200);
});

test('a page says what a relation means and how it is used, with this address', async () => {
  const { text } = await broker.get('/doc/publish-verification-results?context=pact', asBrowser);
  expect(text).toContain('pb:publish-verification-results');
  expect(text).toContain(`curl -X POST &#39;${broker.url}/pacts/provider/Order%20API/`);
  expect(text).toContain('providerApplicationVersion');
});

test.each([
  ['/doc/webhooks-create', 200],
  ['/doc/nothing', 404],
  ['/doc/__proto__', 404],
  ['/doc/webhooks-constructor', 404],
  ['/doc/%3Cscript%3E', 404],
])('%s is %i', async (path, status) => {
  const answer = await broker.get(path, asBrowser);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toMatch(status === 200 ? /^text\/html/ : /^application\/json/);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test('an example is a request that this broker understands', async () => {
  for (const [name, { methods, example, body }] of Object.entries(relations)) {
    const allowed = (await broker.send('OPTIONS', example)).headers.get('allow') ?? `nothing at ${example}`;
    for (const method of methods.match(/[A-Z]{3,}/g) ?? [])
      expect({ name, allowed }).toEqual({ name, allowed: expect.stringContaining(method) });
    // What is sent is read: it may be about something that does not exist here, but it is no bad request.
    const writes = /PUT|POST|PATCH/.exec(methods)?.[0];
    if (body && writes) expect({ name, status: (await broker.send(writes, example, body)).status }).not.toEqual({ name, status: 400 });
  }
});

test('the explorer needs nothing from elsewhere', async () => {
  const address = `${broker.url}/hal-browser/browser.html`;
  const page = await broker.get(address, asBrowser);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  const sources = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source as string);
  // Beside the page, at whichever address that was reached: a base URL may name another.
  expect(sources).toEqual(['explorer.js']);
  const script = await broker.get(new URL(sources[0] as string, address).href, { accept: '*/*' });
  expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript;charset=utf-8']);
  expect(script.text).not.toMatch(/innerHTML|https?:/);
});

describe('the API page', () => {
  let text: string;
  let operations: { operationId: string; method: string; path: string; parameters: string[] }[];
  beforeAll(async () => {
    text = (await broker.get('/api-docs', asBrowser)).text;
    const { paths } = (await broker.get('/openapi.json')).body as { paths: Record<string, Record<string, DocumentedOperation>> };
    operations = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, { operationId, parameters = [] }]) => {
        return { operationId, method, path, parameters: parameters.map(({ name, in: where }) => `${where}:${name}`) };
      }),
    );
  });
  type DocumentedOperation = { operationId: string; parameters?: { name: string; in: string }[] };

  test('has a form for every operation, with a field for each parameter', () => {
    expect(operations.length).toBeGreaterThan(150);
    const without = operations.filter(({ operationId, method, path, parameters }) => {
      const [, part = ''] = text.split(`id="${operationId}"`);
      const form = part.slice(part.indexOf('<form'), part.indexOf('</form>'));
      const fields = [...form.matchAll(/<input name="([^"]+)"/g)].map(([, name]) => name);
      return !form.includes(`data-method="${method.toUpperCase()}" data-path="${path}"`) || fields.join() !== parameters.join();
    });
    expect(without).toEqual([]);
  });

  test('leads only to what is there', async () => {
    const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...new Set([...text.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link]) => link as string))];
    expect(links.filter((link) => link.startsWith('#') && !ids.has(link.slice(1)))).toEqual([]);
    const elsewhere = links.filter((link) => !link.startsWith('#'));
    expect(elsewhere.sort()).toEqual(['api-docs/try-it.js', 'doc', 'hal-browser/browser.html', 'openapi.json']);
    for (const link of elsewhere) expect((await broker.get(`/${link}`, { accept: '*/*' })).status).toBe(200);
  });

  test('needs nothing from elsewhere, and reads no answer as HTML', async () => {
    const { headers } = await broker.get('/api-docs', asBrowser);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    const script = await broker.get('/api-docs/try-it.js', { accept: '*/*' });
    expect(script.headers.get('content-type')).toBe('text/javascript;charset=utf-8');
    expect(script.text).not.toMatch(/innerHTML|https?:/);
  });

  test('is linked to from the index and the first page', async () => {
    const { _links: links } = (await broker.get('/')).body;
    expect([links['service-desc'].href, links['service-doc'].href]).toEqual([`${broker.url}/openapi.json`, `${broker.url}/api-docs`]);
    expect((await broker.get('/', asBrowser)).text).toContain(`href="${broker.url}/api-docs"`);
  });
});
