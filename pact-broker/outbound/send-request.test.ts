import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { lastAnswer } from '../domain/webhooks/outbound.ts';
import { type Receiver, startReceiver } from '../test/receiver.ts';
import { checkedLookup } from './checked-lookup.ts';
import { createSender } from './send-request.ts';
import { isAllowedAddress, readAllowedHosts, type WebhookPolicy } from './webhook-policy.ts';

let receiver: Receiver;
let port: string;
beforeAll(async () => {
  receiver = await startReceiver();
  port = new URL(receiver.url).port;
});
beforeEach(() => {
  receiver.received.length = 0;
  receiver.reply({});
});
afterAll(() => receiver.stop());

const policy = (hosts = '', methods = ['POST']): WebhookPolicy => ({ schemes: ['http'], methods, hosts: readAllowedHosts(hosts) });
const post = (url: string, headers: Record<string, string> = {}) => ({ method: 'POST', url, headers, body: 'x' });

describe('by default', () => {
  const send = createSender({ policy: policy(), timeout: 2 });

  test.each([
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '0177.0.0.1',
    '017700000001',
    '127.0.0.1.',
    '127.255.255.254',
    '0.0.0.0',
    '0',
    'localhost',
    'LOCALHOST',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::ffff:0:127.0.0.1]',
    '[::127.0.0.1]',
    '[64:ff9b::127.0.0.1]',
    '[64:ff9b:1::7f00:1]',
    '[2002:7f00:1::]',
    '１２７.0.0.1',
    '127。0。0。1',
    '%31%32%37.0.0.1',
    'ci.example.org@127.0.0.1',
    '①②⑦.0.0.1',
  ])('this machine is not reached as %s', async (host) => {
    const result = await send(post(`http://${host}:${port}/`));
    expect(result).toMatchObject({ refused: true });
    expect(receiver.received).toEqual([]);
  });

  test.each([
    '10.0.0.1',
    '172.16.3.4',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '168.63.129.16',
    '[fd00:ec2::254]',
    '[fe80::1]',
    '[fc00::1]',
    '[ff02::1]',
    '224.0.0.1',
    '255.255.255.255',
    '[2001:db8::1]',
  ])('nor is %s', async (host) => expect(await send(post(`http://${host}/`))).toMatchObject({ refused: true }));

  test.each(['8.8.8.8', '2606:4700::1111', '64:ff9b::808:808', '::ffff:8.8.8.8'])('%s is public', (address) =>
    expect(isAllowedAddress(address, policy().hosts)).toBe(true),
  );

  test.each([
    ['a scheme', { method: 'POST', url: 'https://example.org/' }, 'scheme'],
    ['another scheme', { method: 'POST', url: 'file:///etc/passwd' }, 'scheme'],
    ['a method', { method: 'DELETE', url: 'http://example.org/' }, 'method'],
  ])('%s that is not allowed is refused', async (_what, request, reason) => {
    const result = await send({ ...request, headers: {}, body: undefined });
    expect(result).toMatchObject({ refused: true, failure: expect.stringContaining(reason) });
  });
});

describe('a name', () => {
  const leadingTo =
    (...addresses: string[]) =>
    (hosts: string) =>
      createSender({
        policy: policy(hosts),
        timeout: 2,
        lookup: checkedLookup(readAllowedHosts(hosts), (_host, answer) =>
          answer(
            null,
            addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
          ),
        ),
      });
  const url = () => `http://ci.example.org:${port}/`;

  test('that leads to this machine is refused where it is connected to', async () => {
    expect(await leadingTo('127.0.0.1')('')(post(url()))).toMatchObject({
      refused: true,
      failure: expect.stringContaining('ci.example.org leads to'),
    });
    expect(await leadingTo('::ffff:127.0.0.1')('')(post(url()))).toMatchObject({ refused: true });
  });

  test.each(['ci.example.org', '*.example.org', '127.0.0.0/8', '127.0.0.1', 'other.org, 127.0.0.1'])(
    'is reached where %s is allowed',
    async (hosts) => {
      expect(await leadingTo('127.0.0.1')(hosts)(post(url()))).toMatchObject({ refused: false, failure: undefined });
      expect(receiver.received).toHaveLength(1);
    },
  );

  test.each(['example.org', '*.ci.example.org', '127.0.0.2', '10.0.0.0/8', 'xci.example.org'])('is not where only %s is', async (hosts) =>
    expect(await leadingTo('127.0.0.1')(hosts)(post(url()))).toMatchObject({ refused: true }),
  );

  test('that is allowed may not lead to where clouds keep credentials', async () => {
    for (const address of ['169.254.169.254', '168.63.129.16', '100.100.100.200', 'fd00:ec2::254'])
      expect(await leadingTo(address)('*.example.org, 169.254.0.0/16')(post(url()))).toMatchObject({ refused: true });
  });

  test('of several addresses only those allowed are connected to', async () =>
    expect(await leadingTo('10.0.0.1', '127.0.0.1')('127.0.0.1')(post(url()))).toMatchObject({ failure: undefined }));

  test('that does not exist is a failure, which may pass', async () =>
    expect(await createSender({ policy: policy(), timeout: 2 })(post('http://nowhere.invalid/'))).toMatchObject({
      refused: false,
      failure: expect.any(String),
    }));
});

describe('an answer', () => {
  const send = createSender({ policy: policy('127.0.0.1'), timeout: 1 });

  test('that redirects is followed with method and body', async () => {
    receiver.reply((path) => (path === '/a' ? { status: 307, headers: { location: '/b' } } : { status: 201 }));
    expect(lastAnswer(await send(post(`${receiver.url}/a`)))).toMatchObject({ status: 201 });
    expect(receiver.received.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['POST', '/a', 'x'],
      ['POST', '/b', 'x'],
    ]);
  });

  test.each([
    'http://10.0.0.1/',
    'http://[::1]/',
    '//0x7f000002/',
    'https://127.0.0.1/',
    'file:///etc/passwd',
    'http://localhost.invalid@10.1.1.1/',
  ])('that redirects to %s is refused there', async (location) => {
    receiver.reply({ status: 302, headers: { location } });
    expect(await send(post(`${receiver.url}/a`))).toMatchObject({ refused: true });
    expect(receiver.received).toHaveLength(1);
  });

  test('that redirects elsewhere does not take the secrets there', async () => {
    const other = await startReceiver();
    receiver.reply({ status: 308, headers: { location: `${other.url}/b` } });
    await send(post(`${receiver.url}/a`, { authorization: 'Bearer x', 'x-kept': '1' }));
    await other.stop();
    expect(receiver.received[0]?.headers).toMatchObject({ authorization: 'Bearer x' });
    expect(other.received[0]?.headers).toMatchObject({ 'x-kept': '1' });
    expect(other.received[0]?.headers).not.toHaveProperty('authorization');
  });

  test('that redirects for ever is left', async () => {
    receiver.reply({ status: 307, headers: { location: '/again' } });
    expect(await send(post(`${receiver.url}/a`))).toMatchObject({ refused: false, failure: expect.stringContaining('redirects') });
    expect(receiver.received).toHaveLength(4);
  });

  test('that does not end is cut', async () => {
    receiver.reply({ body: 'x'.repeat(5_000_000) });
    const answer = lastAnswer(await send(post(receiver.url)));
    expect(answer).toMatchObject({ status: 200, cut: true });
    expect(answer?.body).toHaveLength(64 * 1024);
  });

  test('that does not come in time is a failure', async () => {
    receiver.reply({ after: 5_000 });
    expect(await send(post(receiver.url))).toMatchObject({ refused: false, failure: expect.stringContaining('within 1 seconds') });
  });

  test('that never comes because nobody listens is one, too', async () =>
    expect(await send(post('http://127.0.0.1:1/'))).toMatchObject({ refused: false, failure: expect.stringContaining('ECONNREFUSED') }));
});

test.each(['a b', 'http://x', '10.0.0.0/33', '*', '1.2.3', '0x7f000001', 'x/8'])('%s is no allowed host', (text) =>
  expect(() => readAllowedHosts(text)).toThrow('is no'),
);
