import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startBroker, type TestBroker } from './broker.ts';
import { publication } from './contracts.ts';
import { databases } from './store.ts';

const P = '/pacts/provider/API/consumer/Web';
const text = { accept: 'text/plain' };
const large = (mark: string) => ({
  consumer: { name: 'Web' },
  provider: { name: 'API' },
  interactions: Array.from({ length: 12_000 }, (_, n) => ({
    description: `request ${n}`,
    request: { method: 'GET', path: `/things/${n}/${mark}`, headers: { Accept: 'application/json', 'X-Padding': 'x'.repeat(200) } },
    response: { status: 200, body: { id: n, [`${mark}${n}`]: 1.0, text: `${mark} of ${n}`.repeat(5) } },
  })),
});

describe.each(databases)('diffs of pacts on %s', (database) => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startBroker({ database });
    for (const [version, path] of [
      ['1', '/a'],
      ['2', '/b'],
      ['3', '/b'],
    ] as const)
      await broker.post('/contracts/publish', publication('Web', version, ['API'], { path }));
  });
  afterAll(() => broker.stop());

  test('say as text what changed, and between what', async () => {
    const { status, headers, text: diff } = await broker.get(`${P}/version/3/diff/previous-distinct`, text);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/plain;charset=utf-8']);
    expect(
      diff.replace(/at \d{4}-.*Z\./, 'at <time>.').replaceAll(broker.url, 'http://broker'),
    ).toBe(`# Diff between versions 1 and 3 of the pact between Web and API

2 differences. The newer was published less than a minute ago, at <time>.

 {
   "interactions": [
     {
-      "description": "a request for /a",
+      "description": "a request for /b",
       "request": {
-        "path": "/a"
+        "path": "/b"
       }
     }
   ]

## Links

pact-version:
  title: Pact
  name: Pact between Web (3) and API
  href: http://broker${P}/version/3
comparison-pact-version:
  title: Pact
  name: Pact between Web (1) and API
  href: http://broker${P}/version/1
`);
  });

  test('say as JSON what changed, from the second to the first', async () => {
    const { body } = await broker.get(`${P}/version/1/diff/version/2`, { accept: 'application/json' });
    expect(body).toMatchObject({
      differenceCount: 2,
      differences: [
        { type: 'changed', path: '/interactions/0/description', before: 'a request for /b', after: 'a request for /a' },
        { type: 'changed', path: '/interactions/0/request/path', before: '/b', after: '/a' },
      ],
      _links: {
        'pact-version': { href: `${broker.url}${P}/version/1` },
        'comparison-pact-version': { href: `${broker.url}${P}/version/2` },
      },
    });
  });

  test('compare contents by their sha, following the link of a pact', async () => {
    const links = await Promise.all(['1', '2'].map(async (version) => (await broker.get(`${P}/version/${version}`)).body._links));
    const address = links[1]['pb:diff'].href.replace('{pactVersion}', links[0]['pb:pact-version'].name);
    expect((await broker.get(address, text)).text).toContain('+        "path": "/b"');
  });

  test('of the same content say so', async () => {
    expect((await broker.get(`${P}/version/3/diff/version/2`, text)).text).toContain('Both say the same.');
  });

  test.each([
    'version/1/diff/previous-distinct',
    'version/9/diff/previous-distinct',
    'version/1/diff/version/9',
    'version/9/diff/version/1',
  ])('%s is not found', async (path) => expect((await broker.get(`${P}/${path}`)).status).toBe(404));
});

// What is measured does not depend on the database.
test('diffs of pacts of 5 MB that differ everywhere are bounded, and other requests go on meanwhile', async () => {
  const broker = await startBroker();
  try {
    await broker.put(`${P}/version/large1`, large('a'));
    await broker.put(`${P}/version/large2`, large('b'));
    const diff = broker.get(`${P}/version/large2/diff/version/large1`, text);
    let finished = false;
    const done = diff.finally(() => {
      finished = true;
    });
    let answered = 0;
    while (!finished) {
      await broker.get('/diagnostic/status/heartbeat');
      answered++;
    }
    const { status, text: shown } = await done;
    expect(status).toBe(200);
    expect(Number(/(\d+) differences/.exec(shown)?.[1])).toBeGreaterThanOrEqual(48_000);
    expect(shown.length).toBeLessThan(2_000_000);
    expect(answered).toBeGreaterThan(3);
  } finally {
    await broker.stop();
  }
}, 60_000);
