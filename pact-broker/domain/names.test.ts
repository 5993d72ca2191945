import { expect, test } from '@jest/globals';
import { nameProblem } from './names.ts';
import { similarNames } from './pacticipants/similar-names.ts';

test.each(['a', 'Order Web', 'feat/x', 'ünï', 'a'.repeat(255), '👍'])('%j is a name', (name) =>
  expect(nameProblem(name, 'It')).toBeUndefined(),
);

test.each([
  ['', 'missing'],
  [undefined, 'missing'],
  ['  ', 'white space only'],
  ['a'.repeat(256), '256 characters'],
  ['a\nb', 'control character'],
  ['a\u0000', 'control character'],
  ['\ud800', 'well-formed'],
  [7, 'must be a text'],
  [['a'], 'of type list'],
])('%j is not', (name, problem) => expect(nameProblem(name, 'It')).toContain(problem));

test.each([
  ['order-web', ['Order Web'], ['Order Web']],
  ['Order Web Service', ['order_web'], ['order_web']],
  ['Order Web', ['Order Web'], []],
  ['Order Web', ['Order API'], []],
])('%j beside %j looks like %j', (name, existing, similar) => expect(similarNames(name, existing)).toEqual(similar));
