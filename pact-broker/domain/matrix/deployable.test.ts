import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countResults, deployable } from './deployable.ts';
import { isIgnored, type MatrixRow, rowsTowardTarget } from './matrix-row.ts';

const row = (success: MatrixRow['success'], more: Partial<MatrixRow> = {}): MatrixRow => ({
  consumer_id: 1,
  consumer: 'Web',
  consumer_version_id: 10,
  consumer_version: '1',
  provider_id: 2,
  provider: 'API',
  provider_version_id: 20,
  provider_version: '5',
  sha: 'abc',
  published_at: '',
  revision: 1,
  verification_id: success === null ? null : 1,
  success,
  verified_at: null,
  ...more,
});

const [pass, fail, unknown] = [row(1), row(0), row(null)];

test.each([
  ['nothing to work with', [], [], true],
  ['only successes', [pass, pass], [], true],
  ['a failure', [pass, fail], [], false],
  ['a missing verification', [pass, unknown], [], null],
  ['a missing verification beside a failure', [fail, unknown], [], null],
  ['a version that does not exist', [pass], ['Web, version 9'], false],
])('deployable with %s', (_name, rows, missing, expected) => expect(deployable({ rows, missing })).toBe(expected));

const rows = fc.array(fc.constantFrom(pass, fail, unknown));

test('one more failure never makes a version deployable', () =>
  fc.assert(fc.property(rows, (rs) => deployable({ rows: [...rs, fail], missing: [] }) !== true)));

test('one more unknown never makes a version deployable', () =>
  fc.assert(fc.property(rows, (rs) => deployable({ rows: [...rs, unknown], missing: [] }) === null)));

test('every row is counted once', () =>
  fc.assert(
    fc.property(rows, (rs) => {
      const { success, failed, unknown } = countResults(rs);
      return success + failed + unknown === rs.length;
    }),
  ));

describe('the rows toward a target', () => {
  const asked = { pacticipantIds: [1], versionIds: [10] };
  const bare = { ...unknown, provider_version_id: null, provider_version: null };
  const other = { ...unknown, provider_version_id: 21, provider_version: '6' };

  test('name a provider that is not in the target', () => expect(rowsTowardTarget([bare], asked)).toEqual([bare]));

  test('have one for each version of the provider in the target, newest first', () =>
    expect(rowsTowardTarget([bare, pass, other], asked)).toEqual([other, pass]));

  test('so an instance that has not verified turns the yes of another into not known', () =>
    expect(deployable({ rows: rowsTowardTarget([bare, pass, other], asked), missing: [] })).toBe(null));

  test('count another pacticipant asked about by the version asked about, not by the one in the target', () =>
    expect(rowsTowardTarget([bare, pass, other], { pacticipantIds: [1, 2], versionIds: [10, 20] })).toEqual([pass]));
});

test.each([
  ['the consumer', { pacticipant: 'Web' }, true],
  ['the provider', { pacticipant: 'API' }, true],
  ['a version of it', { pacticipant: 'API', version: '5' }, true],
  ['another version', { pacticipant: 'API', version: '6' }, false],
  ['someone else', { pacticipant: 'Mobile' }, false],
])('ignoring %s', (_name, ignore, expected) => expect(isIgnored(pass, [ignore])).toBe(expected));
