import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countResults, deployable } from './deployable.ts';
import { addAwaited, isIgnored, type MatrixRow } from './matrix-row.ts';

const row = (success: MatrixRow['success'], more: Partial<MatrixRow> = {}): MatrixRow => ({
  consumer_id: 1,
  consumer: 'Web',
  consumer_version_id: 10,
  consumer_version: '1',
  provider_id: 2,
  provider: 'API',
  provider_version_id: success === null ? null : 20,
  provider_version: success === null ? null : '5',
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

describe('provider versions in the target that have not verified a pact', () => {
  const target = (version_id: number, number: string) => ({ pacticipant_id: 2, version_id, number });

  test('are named in a row without a result', () =>
    expect(addAwaited([unknown], [target(20, '5')])).toEqual([{ ...unknown, awaiting: ['5'] }]));

  test('add such a row where another instance has verified', () =>
    expect(addAwaited([pass], [target(20, '5'), target(21, '6')])).toEqual([pass, { ...unknown, awaiting: ['6'] }]));

  test('are no concern where all of the target have verified', () => expect(addAwaited([pass], [target(20, '5')])).toEqual([pass]));

  test('so two instances never turn a no of one into a yes', () =>
    expect(deployable({ rows: addAwaited([pass], [target(20, '5'), target(21, '6')]), missing: [] })).toBe(null));
});

test.each([
  ['the consumer', { pacticipant: 'Web' }, true],
  ['the provider', { pacticipant: 'API' }, true],
  ['a version of it', { pacticipant: 'API', version: '5' }, true],
  ['another version', { pacticipant: 'API', version: '6' }, false],
  ['someone else', { pacticipant: 'Mobile' }, false],
])('ignoring %s', (_name, ignore, expected) => expect(isIgnored(pass, [ignore])).toBe(expected));
