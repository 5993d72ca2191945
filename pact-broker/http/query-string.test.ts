import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseQueryString } from './query-string.ts';

const plain = (text: string) => JSON.parse(JSON.stringify(parseQueryString(text)));

test.each([
  ['', {}],
  ['a=1&b=x%20y+z', { a: '1', b: 'x y z' }],
  ['success[]=true&success[]=null', { success: ['true', 'null'] }],
  ['q[][pacticipant]=A&q[][version]=1&q[][pacticipant]=B', { q: [{ pacticipant: 'A', version: '1' }, { pacticipant: 'B' }] }],
  ['q[]pacticipant=A&q[]version=1', { q: [{ pacticipant: 'A', version: '1' }] }],
  ['q%5B%5D%5Bpacticipant%5D=A', { q: [{ pacticipant: 'A' }] }],
  ['a[b][c]=1', { a: { b: { c: '1' } } }],
  ['a=1&a=2', { a: '2' }],
  ['__proto__[x]=1', { ['__proto__']: { x: '1' } }],
  ['[=1&]=2', { '[': '1', ']': '2' }],
])('%s', (text, expected) => expect(plain(text)).toEqual(expected));

test('nothing in a query reaches the prototype of all objects', () => {
  parseQueryString('__proto__[polluted]=1&a[__proto__][polluted]=1&constructor[prototype][polluted]=1');
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
});

test.each(['a[b][c][d][e][f]=1', Array.from({ length: 1001 }, () => 'a[]=1').join('&')])('refuses what is too deep or too much', (text) =>
  expect(() => parseQueryString(text)).toThrow('not valid'),
);

test('reads or refuses anything', () =>
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(typeof parseQueryString(text)).toBe('object');
    }),
  ));
