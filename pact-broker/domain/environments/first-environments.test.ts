import { expect, test } from '@jest/globals';
import { readFirstEnvironments } from './first-environments.ts';

test.each([
  [
    'test,production',
    [
      ['test', 'Test', false],
      ['production', 'Production', true],
    ],
  ],
  [
    ' pre-prod , prod',
    [
      ['pre-prod', 'Pre Prod', false],
      ['prod', 'Prod', true],
    ],
  ],
  ['', []],
  [' ', []],
])('%j', (text, expected) =>
  expect(readFirstEnvironments(text).map(({ name, displayName, production }) => [name, displayName, production])).toEqual(expected),
);

test.each([
  ['test,test', 'named twice'],
  ['test,', 'name is missing'],
  ['the test', 'holds a space'],
])('%j is refused', (text, reason) => expect(() => readFirstEnvironments(text)).toThrow(reason));
