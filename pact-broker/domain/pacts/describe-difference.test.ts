import { expect, test } from '@jest/globals';
import { describeDifference } from './describe-difference.ts';
import type { PactContent } from './pact-content.ts';
import { type Difference, diffPacts } from './pact-diff.ts';

const interaction = (description: string, more: object = {}) => ({ description, request: { path: '/a' }, ...more });
const described = (before: PactContent, after: PactContent) => describeDifference(diffPacts(before, after, 100).difference as Difference);

test.each([
  ['a value', [interaction('a')], [interaction('a', { request: { path: '/b' } })], ['interaction "a": request.path was "/a" and is "/b"']],
  [
    'a member',
    [interaction('a', { response: { headers: { old: '1' } } })],
    [interaction('a', { response: { headers: { new: '2' } } })],
    ['interaction "a": response.headers.old is gone: "1"', 'interaction "a": response.headers.new is new: "2"'],
  ],
  [
    'an entry of a list',
    [interaction('a', { response: { body: [{ id: 1 }, 2] } })],
    [interaction('a', { response: { body: [{ id: 2 }] } })],
    ['interaction "a": response.body[0].id was 1 and is 2', 'interaction "a": response.body[1] is gone: 2'],
  ],
  ['an interaction more', [interaction('a')], [interaction('a'), interaction('b')], ['interaction "b" is new']],
  ['an interaction less', [interaction('a'), interaction('b')], [interaction('b')], ['interaction "a" is gone']],
  ['a description', [interaction('a')], [interaction('b')], ['interactions[0].description was "a" and is "b"']],
  ['a kind of value', [interaction('a')], ['odd'], [expect.stringMatching(/^interactions\[0\] was \{.+\} and is "odd"$/)]],
  [
    'a long value',
    [interaction('a', { x: 'y' })],
    [interaction('a', { x: 'z'.repeat(1000) })],
    [`interaction "a": x was "y" and is "${'z'.repeat(149)}…`],
  ],
])('%s that changed is told in a line', (_what, before, after, sentences) =>
  expect(described({ interactions: before }, { interactions: after })).toEqual(sentences),
);

test('messages, and what is beside the interactions, are told by their names', () =>
  expect(
    described(
      { messages: [{ description: 'm', contents: 1 }], metadata: { pactSpecification: { version: '2' } }, odd: 1 },
      { messages: [{ description: 'm', contents: 2 }], metadata: { pactSpecification: { version: '3' } } },
    ),
  ).toEqual(['message "m": contents was 1 and is 2', 'metadata.pactSpecification.version was "2" and is "3"', 'odd is gone: 1']));
