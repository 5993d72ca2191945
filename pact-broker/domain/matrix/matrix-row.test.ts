import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matrixRow } from './matrix-row.test-data.ts';
import { hasSuccess, isIgnored, latestBy } from './matrix-row.ts';

const old = matrixRow({ verified_at: '2026-01-02T00:00:00.000Z' });
const newer = matrixRow({ provider_version_id: 21, provider_version: '6', verification_id: 2, verified_at: '2026-01-03T00:00:00.000Z' });
const again = matrixRow({ verification_id: 3, success: 0, verified_at: '2026-01-04T00:00:00.000Z' });
const later = matrixRow({ consumer_version_id: 11, consumer_version: '2', publication_id: 2, published_at: '2026-01-05T00:00:00.000Z' });
const unverified = matrixRow({ ...later, success: null });
const outdated = matrixRow({ ...later, published_at: '2025-12-31T00:00:00.000Z', success: null });

describe('latestby keeps, of the rows', () => {
  test.each([
    ['of a pact with a version', 'cvpv', [old, newer], [newer, old]],
    ['of a pact, that of the newest provider version', 'cvp', [old, newer], [newer]],
    ['of a pact, that of the newest provider version, though an older one was verified again', 'cvp', [again, newer], [newer]],
    ['of a pair, that of the newest provider version', 'cp', [again, newer], [newer]],
    ['of a pair with the same provider version, the newest action', 'cp', [old, later], [later]],
    ['of a pair, a pact that was published after all results', 'cp', [newer, unverified], [unverified]],
    ['of a pair, not one that was published before', 'cp', [newer, outdated], [newer]],
  ] as const)('%s (%s)', (_name, by, rows, expected) => expect(latestBy([...rows], by)).toEqual(expected));

  const rows = fc.array(fc.constantFrom(old, newer, again, later, unverified, outdated));
  test('none twice, and always the same whatever order they come in', () =>
    fc.assert(
      fc.property(rows, fc.constantFrom('cvp' as const, 'cp' as const), (rs, by) => {
        expect(new Set(latestBy(rs.toReversed(), by))).toEqual(new Set(latestBy(rs, by)));
      }),
    ));
});

test.each([
  ['the consumer', { pacticipant: 'Web' }, true],
  ['the provider', { pacticipant: 'API' }, true],
  ['a version of it', { pacticipant: 'API', version: '5' }, true],
  ['another version', { pacticipant: 'API', version: '6' }, false],
  ['someone else', { pacticipant: 'Mobile' }, false],
])('ignoring %s', (_name, ignore, expected) => expect(isIgnored(old, [ignore])).toBe(expected));

test.each([
  ['nothing in particular', [], [true, true, true]],
  ['successes', [true], [true, false, false]],
  ['failures', [false], [false, true, false]],
  ['what has not succeeded', [null], [false, true, true]],
])('shown when %s is asked for', (_name, wanted, shown) =>
  expect([old, again, unverified].map((row) => hasSuccess(row, wanted))).toEqual(shown),
);
