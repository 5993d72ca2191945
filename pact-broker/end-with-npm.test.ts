import { expect, test } from '@jest/globals';
import { isNpmsCommand } from './end-with-npm.ts';

test.each([
  ['node pact-broker/main.ts', true],
  ["'concordat'", true],
  ['npm run build && concordat serve > broker.log 2>&1', true],
  // These mean the broker to outlive the shell, or are somebody else's.
  ['concordat serve & npm test', false],
  ['concordat serve &', false],
  ['node test/all.ts', false],
  [undefined, false],
])('%s', (script, expected) => expect(isNpmsCommand(script)).toBe(expected));
