import { expect, test } from '@jest/globals';
import { afterAttempt, attemptsRemaining } from './retry-schedule.ts';

const schedule = [10, 60, 120, 300, 600, 1200];
const now = '2026-01-02T03:04:05.000Z';
const failed = { success: false, final: false };

test.each([
  [1, '2026-01-02T03:04:15.000Z', 6],
  [2, '2026-01-02T03:05:05.000Z', 5],
  [3, '2026-01-02T03:06:05.000Z', 4],
  [4, '2026-01-02T03:09:05.000Z', 3],
  [5, '2026-01-02T03:14:05.000Z', 2],
  [6, '2026-01-02T03:24:05.000Z', 1],
])('after failure %i the next attempt is due at %s, and %i are left', (made, nextAttemptAt, left) => {
  expect(afterAttempt(failed, { made, schedule, now })).toEqual({ status: 'retrying', nextAttemptAt });
  expect(attemptsRemaining('retrying', made, schedule)).toBe(left);
});

test('the seventh failure is the last', () => {
  expect(afterAttempt(failed, { made: 7, schedule, now })).toEqual({ status: 'failure', nextAttemptAt: null });
  expect(attemptsRemaining('failure', 7, schedule)).toBe(0);
});

test('what is delivered, and what may not be sent at all, is not tried again', () => {
  expect(afterAttempt({ success: true, final: false }, { made: 1, schedule, now })).toEqual({ status: 'success', nextAttemptAt: null });
  expect(afterAttempt({ success: false, final: true }, { made: 1, schedule, now })).toEqual({ status: 'failure', nextAttemptAt: null });
});

test('nothing tried yet leaves all attempts, and a schedule made shorter since leaves none less than none', () => {
  expect(attemptsRemaining('not_run', 0, schedule)).toBe(7);
  expect(attemptsRemaining('retrying', 5, [1])).toBe(0);
});
