import { expect, test } from '@jest/globals';
import { matrixRow } from './matrix-row.test-data.ts';
import { describeFailures, describeUntested } from './result-details.ts';

const ESC = '\u001b';

test('what a verifier reports steers no terminal: colours are left out, and whatever else does not print is replaced', () => {
  const interaction = {
    id: undefined,
    description: `${ESC}[1;31ma red one${ESC}[0m`,
    success: false,
    mismatches: [`Expected ${ESC}[2J to be\n  nothing\u0007`, `${'x'.repeat(299)}\u{1f600}`],
  };
  const reports = new Map([[1, { interactions: [interaction], untested: [`${ESC}]0;title\u0007`] }]]);
  expect(describeFailures(matrixRow({ success: 0 }), { reports })).toEqual([
    '✗ a red one: Expected \ufffd[2J to be nothing\ufffd',
    `✗ a red one: ${'x'.repeat(299)}\ufffd…`,
  ]);
  expect(describeUntested(matrixRow({ untested: 1 }), { reports })).toEqual([expect.stringContaining('"\ufffd]0;title\ufffd"')]);
});
