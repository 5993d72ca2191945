import { readAccess, withoutCredentials } from './broker-access.ts';

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

test.each([
  ['nothing', {}, {}, undefined],
  ['empty variables', {}, { PACT_BROKER_TOKEN: '', PACT_BROKER_USERNAME: '', PACT_BROKER_PASSWORD: '' }, undefined],
  ['PACT_BROKER_TOKEN', {}, { PACT_BROKER_TOKEN: 'sesame\n' }, 'Bearer sesame'],
  ['a user and a password', {}, { PACT_BROKER_USERNAME: 'ci', PACT_BROKER_PASSWORD: 'päss:word' }, basic('ci:päss:word')],
  ['a token, and a user', {}, { PACT_BROKER_TOKEN: 'sesame', PACT_BROKER_USERNAME: 'ci' }, 'Bearer sesame'],
  ['the address', { brokerBaseUrl: 'https://ci:p%40ss@broker.example.org/pact/' }, {}, basic('ci:p@ss')],
  ['options, not variables', { brokerUsername: 'me', brokerPassword: 'x' }, { PACT_BROKER_TOKEN: 'sesame' }, basic('me:x')],
  ['an option and a variable', { brokerUsername: 'me' }, { PACT_BROKER_PASSWORD: 'y' }, basic('me:y')],
  ['variables, not the address', { brokerBaseUrl: 'https://ci:x@h' }, { PACT_BROKER_TOKEN: 'sesame' }, 'Bearer sesame'],
])('%s', (_name, options, env, authorization) => expect(readAccess(options, env).authorization).toBe(authorization));

test('an address keeps its path, and loses who asks', () => {
  expect(readAccess({ brokerBaseUrl: 'https://ci:secret@broker.example.org:8443/pact/' }, {}).baseUrl).toBe(
    'https://broker.example.org:8443/pact',
  );
  expect(readAccess({}, { PACT_BROKER_BASE_URL: 'http://broker' }).baseUrl).toBe('http://broker');
  expect(readAccess({}, {}).baseUrl).toBe('http://127.0.0.1:9292');
});

test.each([
  ['ci:hunter2@broker.example.org', '***@broker.example.org'],
  ['ftp://ci:hun/ter2@broker', 'ftp://***@broker'],
  ['https://ci:hunter2@ bro ken', 'https://***@ bro ken'],
])('%s is refused as %s', (brokerBaseUrl, shown) => {
  expect(() => readAccess({ brokerBaseUrl }, {})).toThrow(`${shown} is no URL`);
  expect(withoutCredentials(brokerBaseUrl)).not.toContain('ter2');
});

test('a token that no header may hold is refused without being repeated', () =>
  expect(() => readAccess({ brokerToken: 'ses\name' }, {})).toThrow(/^The token holds a space/));
