import { expect, test } from '@jest/globals';
import { didYouMean, nearestName } from './nearest-name.ts';

test.each([
  ['a letter too few', 'prduction', ['test', 'production'], 'production'],
  ['another case', 'PROD', ['test', 'prod'], 'prod'],
  ['two letters swapped', 'Ordre Web', ['Order API', 'Order Web'], 'Order Web'],
  ['the nearest of several', 'dev1', ['dev12', 'dev', 'devils'], 'dev12'],
  ['another word', 'staging', ['test', 'production'], undefined],
  ['nothing to choose from', 'x', [], undefined],
  ['itself', 'prod', ['prod'], undefined],
])('the nearest of %s', (_name, name, candidates, expected) => expect(nearestName(name, candidates)).toBe(expected));

test('ends a sentence with a question, or with nothing', () => {
  expect(didYouMean('tset', ['test'])).toBe(' Did you mean "test"?');
  expect(didYouMean('tset', ['production'])).toBe('');
});
