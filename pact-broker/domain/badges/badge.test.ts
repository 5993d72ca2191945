import { expect, test } from '@jest/globals';
import { canIDeployBadge, canIMergeBadge, pactBadge, pactStatus } from './badge.ts';

test.each([
  ['nothing was verified', undefined, 'unknown'],
  ['this content was verified', { pact_version_id: 1, success: 1 as const }, 'verified'],
  ['this content failed', { pact_version_id: 1, success: 0 as const }, 'failed'],
  ['an earlier content was verified', { pact_version_id: 2, success: 1 as const }, 'changed'],
  ['an earlier content failed', { pact_version_id: 2, success: 0 as const }, 'failed'],
])('%s', (_what, last, expected) => expect(pactStatus(1, last)).toBe(expected));

const names = { consumer: 'Order-Web UI', provider: 'OrderAPI' };
test.each([
  [names, {}, 'order-web ui/orderapi pact'],
  [{ ...names, consumerTag: 'Prod', providerTag: 'x' }, {}, 'order-web ui (Prod)/orderapi (x) pact'],
  [names, { label: 'consumer' as const }, 'order-web ui pact'],
  [names, { label: 'provider' as const, initials: true }, 'oa pact'],
  [names, { initials: true }, 'owu/oa pact'],
  [{ consumer: 'web', provider: 'B' }, { initials: true }, 'web/b pact'],
])('%j in the style %j', (badge, style, label) =>
  expect(pactBadge(badge, 'verified', style)).toEqual({ label, message: 'verified', color: 'brightgreen' }),
);

test.each([
  [true, 'brightgreen', { message: '5', color: 'brightgreen' }],
  [false, 'red', { message: '5', color: 'red' }],
  [null, 'red', { message: 'unknown', color: 'lightgrey' }],
])('deployable %s', (deployable, color, merge) => {
  expect(canIDeployBadge('main', 'test', deployable)).toEqual({ label: 'can-i-deploy', message: 'main to test', color });
  expect(canIMergeBadge('5', deployable)).toEqual({ label: 'can-i-merge', ...merge });
});
