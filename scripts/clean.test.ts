import { execFile } from 'node:child_process';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startBroker, type TestBroker } from '../pact-broker/test/broker.ts';
import { publication } from '../pact-broker/test/contracts.ts';

const concordat = fileURLToPath(new URL('./concordat.mjs', import.meta.url));
let broker: TestBroker;

beforeAll(async () => {
  broker = await startBroker();
  for (const version of ['1.0.0', '1.1.0', '1.2.0'])
    await broker.post('/contracts/publish', publication('Order Web', version, ['API'], { branch: 'main' }));
  await broker.put('/pacticipants/Order App/versions/1', {});
  // Nothing is too new any more.
  broker.tenant.now = () => new Date(Date.now() + 86_400_000).toISOString();
});
afterAll(() => broker.stop());

function clean(args: string[], url = broker.url, variables: Record<string, string> = {}) {
  return new Promise<{ exitCode: number | null; output: string; errors: string }>((resolve) => {
    const { FORCE_COLOR: _colours, ...inherited } = process.env;
    const env = { ...inherited, PACT_BROKER_BASE_URL: url, ...variables };
    const child = execFile(process.execPath, [concordat, 'clean', ...args], { env }, (_, output, errors) =>
      resolve({ exitCode: child.exitCode, output, errors }),
    );
  });
}

const KEEP = ['--keep', '[{"latest":true}]'];

test('--dry-run says of each version why it stays, and deletes nothing', async () => {
  expect(await clean(['--dry-run', ...KEEP])).toEqual({
    exitCode: 0,
    errors: '',
    output: `Order Web
  goes   1.0.0         no rule keeps it
  goes   1.1.0         no rule keeps it
  stays  1.2.0         newest version; head of branch main; has the newest pact with API on branch main; has the newest pact with API; rule {"latest":true}

Order App
  stays  1             newest version; rule {"latest":true}

2 versions stay, 2 would go. Nothing was deleted.
`,
  });
  expect((await broker.get('/pacticipants/Order Web/versions')).body._embedded.versions).toHaveLength(3);
});

test('a rule that names nothing is told, beside what is printed', async () => {
  const rules = ['--keep', '[{"branch":"mian"},{"latest":true}]'];
  const warning = 'Rule {"branch":"mian"} keeps nothing: there is no branch "mian".';
  const plan = await clean(['--dry-run', ...rules]);
  expect(plan).toMatchObject({
    exitCode: 0,
    errors: `warning: ${warning}\n`,
    output: expect.stringContaining('2 versions stay, 2 would go.'),
  });
  const forPrograms = await clean(['--dry-run', '--json', ...rules]);
  expect(JSON.parse(forPrograms.output).warnings).toEqual([warning]);
  expect(await clean(['--limit', '1', '--keep', '[{"branch":"mian"},{"max_age":9}]'])).toMatchObject({
    exitCode: 0,
    errors: `warning: ${warning}\n`,
    output: '0 versions were deleted.\n',
  });
});

test('--json is for programs', async () => {
  const { output } = await clean(['--dry-run', '--json', ...KEEP]);
  expect(JSON.parse(output)).toMatchObject({
    stay: 2,
    go: 2,
    versions: [
      { pacticipant: 'Order Web', version: '1.0.0', stays: false, because: [] },
      { version: '1.1.0' },
      { version: '1.2.0', stays: true },
      { because: [{ kind: 'head', text: 'newest version' }, { kind: 'rule' }] },
    ],
  });
});

test('it deletes up to the limit, and then the rest', async () => {
  expect(await clean(['--limit', '1', ...KEEP])).toMatchObject({
    exitCode: 0,
    output: 'deleted Order Web 1.0.0\n1 version was deleted.\n',
  });
  expect(JSON.parse((await clean(['--json', ...KEEP])).output)).toMatchObject({ deleted: [{ version: '1.1.0' }] });
  expect((await clean(KEEP)).output).toBe('0 versions were deleted.\n');
});

test.each<[string[], string, number?]>([
  [['--keep', '{'], '--keep is not JSON'],
  [['--keep', '[{"age":1}]'], 'concordat: the broker answers 400: Rule 1: "age" is no condition.'],
  [['--dry-run'], 'CONCORDAT_CLEAN_KEEP is not set'],
  [['--limit', '0'], 'Give a whole number from 1 on.', 2],
  [['--broker-base-url', 'nonsense'], 'nonsense is no URL'],
  [['--broker-base-url', 'ci:hunter2@broker'], '***@broker is no URL'],
  [['--broker-base-url', 'http://127.0.0.1:1'], 'no broker answers at http://127.0.0.1:1'],
  [['--broker-base-url', 'http://ci:hunter2@127.0.0.1:1/pact'], 'no broker answers at http://127.0.0.1:1/pact'],
  [['--broker-token', 'hunter2\nx'], 'The token holds a space'],
])('%j ends with a line that says what is wrong', async (args, reason, code = 1) => {
  const { exitCode, errors } = await clean(args);
  expect(exitCode).toBe(code);
  expect(errors).toContain(reason);
  expect(errors).not.toMatch(/ {4}at |hunter2/);
});

describe('behind a proxy that wants to know who asks', () => {
  let proxy: Server;
  let url: string;
  let seen: (string | undefined)[];
  const basic = `Basic ${Buffer.from('ci:hunter2').toString('base64')}`;

  beforeAll(async () => {
    proxy = createServer((request, response) => void passOn(request, response)).listen(0, '127.0.0.1');
    await new Promise((resolve) => proxy.once('listening', resolve));
    url = `http://127.0.0.1:${(proxy.address() as { port: number }).port}/pact`;
  });
  beforeEach(() => {
    seen = [];
  });
  afterAll(() => void proxy.close());

  /** The broker under the path /pact, for whoever is known. It knows nothing of that path: its links lead past the proxy. */
  async function passOn(request: IncomingMessage, response: ServerResponse) {
    const { headers, method = 'GET', url: asked = '' } = request;
    seen.push(headers.authorization);
    if (![basic, 'Bearer sesame'].includes(headers.authorization ?? '')) return response.writeHead(401).end('Who are you?');
    const body = method === 'POST' ? await text(request) : null;
    const type = body === null ? {} : { 'content-type': 'application/json' };
    const answer = await fetch(broker.url + asked.replace('/pact', ''), { method, body, headers: type });
    return response.writeHead(answer.status, { 'content-type': 'application/hal+json' }).end(await answer.text());
  }

  test.each<[string, string[], Record<string, string>, string]>([
    ['a token', ['--broker-token', 'sesame'], {}, 'Bearer sesame'],
    ['a token of the environment', [], { PACT_BROKER_TOKEN: 'sesame' }, 'Bearer sesame'],
    ['a user', ['-u', 'ci', '-p', 'hunter2'], {}, basic],
    ['a user of the environment', [], { PACT_BROKER_USERNAME: 'ci', PACT_BROKER_PASSWORD: 'hunter2' }, basic],
    ['an address with a user', ['-b', 'USER'], {}, basic],
  ])('%s is sent with each request', async (_name, args, env, authorization) => {
    const given = args.map((each) => (each === 'USER' ? url.replace('//', '//ci:hunter2@') : each));
    for (const command of [['--dry-run'], []]) {
      const { exitCode, errors } = await clean([...command, ...KEEP, ...given], url, env);
      expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
    }
    expect(seen.length).toBeGreaterThan(1);
    expect(new Set(seen)).toEqual(new Set([authorization]));
  });

  test('without any, and with wrong ones, it says what to do', async () => {
    const without = await clean(['--dry-run', ...KEEP], url);
    expect(without).toMatchObject({ exitCode: 1, errors: expect.stringContaining('401: Who are you? Give --broker-token, or') });
    const wrong = await clean(['--dry-run', ...KEEP, '-u', 'ci', '-p', 'swordfish'], url);
    expect(wrong).toMatchObject({ exitCode: 1, errors: expect.stringContaining('It does not take these credentials') });
    expect(wrong.errors).not.toContain('swordfish');
  });
});

test('while somebody else cleans up, it says so', async () => {
  await broker.tenant.db.updateTable('clean_up').set({ lease: 'x', leased_until: '2999-01-01T00:00:00.000Z' }).execute();
  expect(await clean(KEEP)).toMatchObject({ exitCode: 1, errors: expect.stringContaining('409: A clean-up is under way already') });
});
