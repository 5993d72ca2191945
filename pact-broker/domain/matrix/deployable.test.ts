import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countResults, deployable } from './deployable.ts';
import { matrixRow } from './matrix-row.test-data.ts';

const [pass, fail, unknown] = [matrixRow({ success: 1 }), matrixRow({ success: 0 }), matrixRow({ success: null })];
const [none, missing, unanswered] = [[], [{ selector: { pacticipant: 'Web', version: '9' } }], [{ consumer: 'Web', provider: 'API' }]];

test.each([
  ['nothing to work with', { rows: [] }, true],
  ['only successes', { rows: [pass, pass] }, true],
  ['a failure', { rows: [pass, fail] }, false],
  ['a missing verification', { rows: [pass, unknown] }, null],
  ['a missing verification beside a failure', { rows: [fail, unknown] }, null],
  ['a version that does not exist', { rows: [pass], missing }, false],
  ['an integration of which there is no pact', { rows: [pass], unanswered }, null],
])('deployable with %s', (_name, evidence, expected) =>
  expect(deployable({ missing: none, unanswered: none, ...evidence })).toBe(expected),
);

const rows = fc.array(fc.constantFrom(pass, fail, unknown));
const verdict = (rs: (typeof pass)[]) => deployable({ rows: rs, missing: [], unanswered: [] });

test('one more failure never makes a version deployable', () => fc.assert(fc.property(rows, (rs) => verdict([...rs, fail]) !== true)));

test('one more unknown never makes a version deployable', () => fc.assert(fc.property(rows, (rs) => verdict([...rs, unknown]) === null)));

test('every row, and every integration without one, is counted once', () =>
  fc.assert(
    fc.property(rows, fc.nat(3), (rs, n) => {
      const { success, failed, unknown } = countResults({ rows: rs, unanswered: Array(n).fill({}) });
      return success + failed + unknown === rs.length + n;
    }),
  ));
