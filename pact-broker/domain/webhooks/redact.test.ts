import { expect, test } from '@jest/globals';
import { deliveryLog } from './delivery-log.ts';
import { redactor } from './redact.ts';
import { MASK, masked, unmasked, withoutSecrets, withSecrets } from './secrets.ts';

const request = {
  method: 'POST',
  url: 'https://x.org',
  headers: { authorization: 'Bearer secret-token', 'x-api-key': 'k"ey/1', accept: 'text/plain' },
  body: null,
  username: 'ci',
  password: 'hunter2',
};

test.each([
  ['as it is', 'Bearer secret-token', MASK],
  ['without its scheme', 'token=secret-token&x', `token=${MASK}&x`],
  ['in base64', Buffer.from('secret-token').toString('base64'), MASK],
  ['as basic authentication', `Basic ${btoa('ci:hunter2')}`, `Basic ${MASK}`],
  ['in JSON', JSON.stringify({ key: 'k"ey/1' }), `{"key":"${MASK}"}`],
  ['in a URL', `?k=${encodeURIComponent('k"ey/1')}`, `?k=${MASK}`],
  ['the password', 'no hunter2 here', `no ${MASK} here`],
])('a secret is masked %s', (_how, text, redacted) => expect(redactor(request)(text)).toBe(redacted));

test('a log shows neither the secrets sent nor those that come back', () => {
  const sent = { method: 'POST', url: 'https://x.org/?t=secret-token', headers: request.headers, body: '{"p":"hunter2"}' };
  const answer = { status: 200, headers: { 'set-cookie': 'session=1', 'x-echo': 'secret-token' }, body: 'you sent hunter2\0', cut: true };
  const log = deliveryLog({
    result: { exchanges: [{ request: sent, answer }], failure: 'hunter2 was refused', refused: false },
    at: '2026-01-02T03:04:05.678Z',
    redact: redactor(request),
  });
  expect(log).not.toMatch(/secret-token|hunter2|k"ey|session=1|\0/);
  expect(log).toContain('[2026-01-02T03:04:05.678Z] INFO: accept: text/plain');
});

test('a request and its secrets come apart and together again', () => {
  const { shown, secrets } = withoutSecrets(request);
  expect(shown).toEqual(masked(request));
  expect(JSON.stringify(shown)).not.toMatch(/secret-token|hunter2|k"ey|k\\"ey/);
  expect(withSecrets(shown, secrets ?? {})).toEqual(request);
  expect(unmasked(shown, secrets ?? {})).toEqual(request);
});

test('a mask where no secret is known is refused', () =>
  expect(() => unmasked(masked(request), { password: 'hunter2' })).toThrow('not valid'));
