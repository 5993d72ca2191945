import { expect, test } from '@jest/globals';
import { mask } from './mask.ts';

test.each([
  ['the day of a version', { name: 'Version 1 - 22/11/2026' }, { name: 'Version 1 - <day>' }],
  ['the time of an answer', ['date: Sun, 22 Nov 2026 16:31:43 GMT\n'], ['date: <time>\n']],
  ['a short uuid', { uuid: 'W3UKwJICfFpDHmAioZcuew' }, { uuid: '<uuid-0>' }],
  ['the sentence above a diff', '# Diff between 1 and 2\n\nA sentence.\n\n {\n', '# Diff between 1 and 2\n\n<prose>\n\n {\n'],
  ['a length', { headers: { 'content-length': '259' } }, { headers: { 'content-length': '<length>' } }],
])('%s is masked', (_what, recorded, masked) => expect(mask(recorded)).toEqual(masked));

test('everything else stays', () => {
  const body = { count: 22, ok: true, none: null, uuid: '696c5f93', number: '1.2.0', list: ['a/b/c', '2020-01-01'] };
  expect(mask(body)).toEqual(body);
});
