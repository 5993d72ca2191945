import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startBroker, type TestBroker } from './broker.ts';
import { publication } from './contracts.ts';
import { databases } from './store.ts';

const P = '/pacts/provider/Order%20API/consumer/Order%20Web';
const WEB = '/pacticipants/Order%20Web';

async function populate(broker: TestBroker): Promise<void> {
  const publish = (version: string, options: Parameters<typeof publication>[3]) =>
    broker.post('/contracts/publish', publication('Order Web', version, ['Order API'], options));
  const verify = async (version: string, success: boolean, providerVersion: string) => {
    const { body } = await broker.get(`${P}/version/${version}`);
    await broker.post(body._links['pb:publish-verification-results'].href, { success, providerApplicationVersion: providerVersion });
  };
  const environment = (await broker.post('/environments', { name: 'test', production: false })).body.uuid;
  await publish('1', { branch: 'main', tags: ['prod'] });
  await verify('1', true, '5');
  await publish('2', { branch: 'feat/x', tags: ['dev'], path: '/b' });
  await verify('2', false, '5');
  await broker.put('/pacticipants/Order%20API/branches/main/versions/5', {});
  await broker.put('/pacticipants/Order%20API/versions/5/tags/prod', {});
  await publish('3', { path: '/c' });
  await broker.post(`/pacticipants/Order%20API/versions/5/deployed-versions/environment/${environment}`, {});
  await broker.put('/pacticipants/Lonely', {});
}

// Address, label, message, colour.
const badges: [string, string, string, string][] = [
  [`${P}/latest/badge`, 'order web/order api pact', 'failed', 'red'],
  [`${P}/latest/prod/badge`, 'order web (prod)/order api pact', 'verified', 'brightgreen'],
  [`${P}/latest/dev/badge`, 'order web (dev)/order api pact', 'failed', 'red'],
  [`${P}/latest/nope/badge`, 'order web (nope)/order api pact', 'unknown', 'lightgrey'],
  [`${P}/latest-untagged/badge`, 'order web/order api pact', 'unknown', 'lightgrey'],
  [`${P}/branch/main/latest/badge`, 'order web (main)/order api pact', 'verified', 'brightgreen'],
  [`${P}/branch/feat%2Fx/latest/badge`, 'order web (feat/x)/order api pact', 'failed', 'red'],
  [`${P}/latest/badge?initials=true`, 'ow/oa pact', 'failed', 'red'],
  [`${P}/latest/badge?label=consumer`, 'order web pact', 'failed', 'red'],
  ['/pacts/provider/Nobody/consumer/Noone/latest/badge', 'noone/nobody pact', 'unknown', 'lightgrey'],
  [
    '/matrix/provider/Order%20API/latest/prod/consumer/Order%20Web/latest/prod/badge',
    'order web (prod)/order api (prod) pact',
    'verified',
    'brightgreen',
  ],
  [
    '/matrix/provider/Order%20API/latest/prod/consumer/Order%20Web/latest/dev/badge',
    'order web (dev)/order api (prod) pact',
    'failed',
    'red',
  ],
  [
    '/matrix/provider/Order%20API/latest/x/consumer/Order%20Web/latest/dev/badge',
    'order web (dev)/order api (x) pact',
    'unknown',
    'lightgrey',
  ],
  [`${WEB}/branches/main/latest-version/can-i-deploy/to-environment/test/badge`, 'can-i-deploy', 'main to test', 'brightgreen'],
  [`${WEB}/branches/feat%2Fx/latest-version/can-i-deploy/to-environment/test/badge?label=gate`, 'gate', 'feat/x to test', 'red'],
  [`${WEB}/branches/main/latest-version/can-i-deploy/to-environment/mars/badge`, 'can-i-deploy', 'not found', 'lightgrey'],
  [`${WEB}/latest-version/prod/can-i-deploy/to/prod/badge`, 'can-i-deploy', 'prod to prod', 'brightgreen'],
  [`${WEB}/latest-version/dev/can-i-deploy/to/prod/badge`, 'can-i-deploy', 'dev to prod', 'red'],
  [`${WEB}/main-branch/can-i-merge/badge`, 'can-i-merge', '1', 'brightgreen'],
  ['/pacticipants/Lonely/main-branch/can-i-merge/badge', 'can-i-merge', 'not found', 'lightgrey'],
  ['/pacticipants/Nobody/main-branch/can-i-merge/badge', 'can-i-merge', 'not found', 'lightgrey'],
];

const withEnding = (path: string) => path.replace(/badge(?=$|\?)/, 'badge.svg');
const COLORS: Record<string, string> = { brightgreen: '#4c1', red: '#e05d44', lightgrey: '#9f9f9f' };

describe.each(databases)('badges on %s', (database) => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startBroker({ database });
    await populate(broker);
  });
  afterAll(() => broker.stop());

  test.each(badges)('%s', async (path, label, message, color) => {
    for (const address of [path, withEnding(path)]) {
      const { status, headers, text } = await broker.get(address, { accept: 'image/svg+xml' });
      expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml;charset=utf-8']);
      expect(text).toContain(`<title>${label}: ${message}</title>`);
      expect(text).toContain(`fill="${COLORS[color]}"`);
    }
  });

  test('whether a main branch can be merged is told with its reasons', async () => {
    const { status, body } = await broker.get(`${WEB}/main-branch/can-i-merge`);
    expect([status, body.summary.deployable, body.matrix.length]).toEqual([200, true, 1]);
    expect((await broker.get('/pacticipants/Lonely/main-branch/can-i-merge')).status).toBe(404);
    expect((await broker.get('/pacticipants/Nobody/main-branch/can-i-merge')).status).toBe(404);
  });

  test('a badge that the client has already is not sent again, until it changes', async () => {
    const badge = `${P}/latest-untagged/badge`;
    const first = await broker.get(badge, { accept: '*/*' });
    const etag = first.headers.get('etag') as string;
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const again = await broker.get(badge, { accept: '*/*', 'if-none-match': `"other", W/${etag}` });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    const { body } = await broker.get(`${P}/latest-untagged`);
    await broker.post(body._links['pb:publish-verification-results'].href, { success: true, providerApplicationVersion: '6' });
    const changed = await broker.get(badge, { accept: '*/*', 'if-none-match': etag });
    expect([changed.status, changed.text.includes('verified')]).toEqual([200, true]);
    // Verified once, and new content since.
    await broker.post('/contracts/publish', publication('Order Web', '4', ['Order API'], { path: '/d' }));
    expect((await broker.get(badge, { accept: '*/*' })).text).toContain('#fe7d37');
  });
});

test('badges are drawn elsewhere where that is set', async () => {
  const broker = await startBroker({ shieldsIoUrl: 'https://badges.example.org' });
  try {
    await populate(broker);
    const { status, headers, text } = await broker.get(`${P}/latest/dev/badge.svg`, { accept: '*/*' });
    expect([status, headers.get('content-type'), text]).toEqual([307, 'image/svg+xml;charset=utf-8', '']);
    expect(headers.get('location')).toBe('https://badges.example.org/badge/order%20web%20%28dev%29%2Forder%20api%20pact-failed-red.svg');
  } finally {
    await broker.stop();
  }
});
