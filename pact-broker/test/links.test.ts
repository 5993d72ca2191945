import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startBroker, type TestBroker } from './broker.ts';
import { publication } from './contracts.ts';
import { databases } from './store.ts';

// What a link leads to that is there for another method, or not there for a reason.
const NOT_FOR_GET = /^(pb:(publish-|record-|tag-|delete_|execute$|create$|redeliver$|dispatch$)|try-again$)/;
const MAY_BE_MISSING: Record<string, string> = {
  'pb:latest-untagged-pact-version': 'every version may have a tag',
  'pb:previous-distinct': 'a first pact has nothing before it',
  'pb:diff-previous-distinct': 'a first pact has nothing before it',
  'pb:latest-verification-results': 'a content may not have been verified yet',
};

interface Link {
  from: string;
  relation: string;
  href: string;
  templated: boolean;
}

/** As behind a proxy: a link that is made of anything else than what is set leads past it. */
const BASE = 'https://broker.example.org/pact';

/** Every address of the broker in an answer, in links and beside them, that does not begin as it should. */
function strayIn(from: string, value: unknown): object[] {
  if (Array.isArray(value)) return value.flatMap((entry) => strayIn(from, entry));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    if (typeof member !== 'string') return strayIn(from, member);
    const isStray = name === 'href' ? member !== BASE && !member.startsWith(`${BASE}/`) : member.startsWith('http://127.0.0.1');
    return isStray ? [{ from, [name]: member }] : [];
  });
}

/** Every link in an answer, wherever it stands. */
function linksIn(from: string, value: unknown): Link[] {
  if (Array.isArray(value)) return value.flatMap((entry) => linksIn(from, entry));
  if (typeof value !== 'object' || value === null) return [];
  const { _links: links = {}, ...members } = value as { _links?: Record<string, unknown> };
  const own = Object.entries(links).flatMap(([relation, target]) =>
    [target].flat().flatMap((link) => {
      const { href, templated = false } = link as { href: string; templated?: boolean };
      return [{ from, relation, href, templated: templated || /\{\w+\}/.test(href) }];
    }),
  );
  return [...own, ...linksIn(from, Object.values(members))];
}

async function populate(broker: TestBroker): Promise<void> {
  const request = { method: 'POST', url: 'https://ci.example.org/verify', body: {} };
  for (const scope of [{ consumer: { label: 'checkout' } }, { consumer: { name: 'Order Web' }, provider: { name: 'Order API' } }, {}]) {
    for (const { name } of Object.values(scope).filter((side): side is { name: string } => 'name' in side))
      await broker.patch(`/pacticipants/${name}`, {});
    const events = [{ name: 'contract_published' }, { name: 'provider_verification_published' }];
    expect((await broker.post('/webhooks', { ...scope, events, request })).status).toBe(201);
  }
  for (const [version, path, tags] of [
    ['1', '/a', ['prod']],
    ['2', '/b', []],
    ['3', '/b', ['dev/x']],
  ] as const) {
    await broker.post(
      '/contracts/publish',
      publication('Order Web', version, ['Order API', 'Stock/API'], { branch: 'main', path, tags: [...tags] }),
    );
  }
  await broker.post('/contracts/publish', publication('Order API', '5', ['Stock/API'], { branch: 'feat/x' }));
  for (const provider of ['Order%20API', 'Stock%2FAPI']) {
    const { body } = await broker.get(`/pacts/provider/${provider}/consumer/Order%20Web/latest`);
    await broker.post(body._links['pb:publish-verification-results'].href.replace(BASE, broker.url), {
      success: provider !== 'Stock%2FAPI',
      providerApplicationVersion: '5',
    });
  }
  await broker.put('/pacticipants/Order%20Web/labels/checkout', {});
  const environment = (await broker.post('/environments', { name: 'production', production: true })).body.uuid;
  await broker.post(`/pacticipants/Order%20Web/versions/1/deployed-versions/environment/${environment}`, {});
  await broker.post(`/pacticipants/Order%20API/versions/5/released-versions/environment/${environment}`, {});
}

/** Where the walk begins: the index, and what its templates lead to. */
const STARTS = [
  '/',
  '/pacts/provider/Order%20API/for-verification',
  '/pacts/provider/Order%20API/consumer/Order%20Web/branch/main',
  '/pacts/provider/Order%20API/consumer/Order%20Web/versions?size=1',
  '/pacts/provider/Order%20API',
  '/pacticipants?size=1',
  '/integrations?size=1',
  '/dashboard',
  '/can-i-deploy?pacticipant=Order%20Web&version=1&environment=production',
  '/matrix/provider/Order%20API/consumer/Order%20Web',
  '/pacticipants/Order%20Web/branches/main/versions',
  '/pacticipants/label/checkout',
  '/labels',
];

describe.each(databases)('links on %s', (database) => {
  let broker: TestBroker;
  const visited = new Map<string, Link>();
  const broken: object[] = [];
  const stray: object[] = [];
  /** Where the proxy sends a request for an address. */
  const behindProxy = (address: string) => address.replace(BASE, broker.url);
  const relations = new Set<string>();

  beforeAll(async () => {
    broker = await startBroker({ database, baseUrl: BASE });
    await populate(broker);
    const waiting: Link[] = STARTS.map((path) => ({ from: 'the test', relation: 'start', href: BASE + path, templated: false }));
    for (let link = waiting.shift(); link; link = waiting.shift()) {
      const address = new URL(link.href, BASE).href;
      // One that strays is told of below, and leads to nobody.
      if (visited.has(address) || !address.startsWith(BASE)) continue;
      visited.set(address, link);
      const { status, body, headers } = await broker.get(behindProxy(address), { accept: 'application/hal+json, */*;q=0.1' });
      const location = headers.get('location');
      const fine = status < 400 || (NOT_FOR_GET.test(link.relation) && status < 500) || (status === 404 && link.relation in MAY_BE_MISSING);
      if (!fine) broken.push({ ...link, status });
      // The API document tells of links, and has none.
      const found = link.relation === 'service-desc' ? [] : linksIn(address, body);
      if (link.relation !== 'service-desc') stray.push(...strayIn(address, [body, location === null ? {} : { href: location }]));
      for (const { relation } of found) relations.add(relation);
      waiting.push(...found.filter(({ templated }) => !templated));
    }
  }, 120_000);
  afterAll(() => broker.stop());

  test('lead somewhere, all of them', () => {
    expect(broken).toEqual([]);
    expect(visited.size).toBeGreaterThan(100);
    expect([...visited.keys()].some((address) => /triggered-webhooks\/[^/]+\/logs$/.test(address))).toBe(true);
  });

  test('are absolute, and begin with the address that is set', () => expect(stray).toEqual([]));

  test('have a page for each of their relations, at the address that the curies name', async () => {
    const names = [...relations].filter((relation) => relation.startsWith('pb:')).map((relation) => relation.slice(3));
    expect(names.length).toBeGreaterThan(60);
    const curie = (await broker.get('/')).body._links.curies[0].href as string;
    const missing: string[] = [];
    for (const name of names) {
      const { status, text } = await broker.get(behindProxy(curie.replace('{rel}', name)), { accept: 'text/html' });
      if (status !== 200 || !text.includes(`pb:${name}`)) missing.push(name);
    }
    expect(missing).toEqual([]);
  });
});
