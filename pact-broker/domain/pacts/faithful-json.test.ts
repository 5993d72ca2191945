import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, isPlainObject, parseFaithfully } from './faithful-json.ts';

describe('parsing faithfully', () => {
  test.each([
    '1.0',
    '100.00',
    '12345678901234567890',
    '1e3',
    '-0.10',
    '{"price":1.0,"id":9007199254740993}',
    '[1,1.5,"1.0"]',
    '[1.0,2.50]',
    '{"a":1E5}',
    '-0',
    '0.12345678901234567890',
    '{"version":"3.0.0","n":[7]}',
    '"1.0"',
    '{}',
  ])('writes %s as it was read', (text) => expect(JSON.stringify(parseFaithfully(text))).toBe(text));

  test('gives what JSON.parse gives, wherever numbers survive that', () =>
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value = JSON.parse(text);
        fc.pre(JSON.stringify(value) === JSON.stringify(JSON.parse(JSON.stringify(value))));
        expect(JSON.parse(JSON.stringify(parseFaithfully(text)))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    ));

  test.each(['', '{', '{"a":1.0', 'nope'])('refuses %j', (text) => expect(() => parseFaithfully(text)).toThrow(SyntaxError));
});

describe('canonical JSON', () => {
  test('does not depend on the order of members', () =>
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const reversed = Object.fromEntries(Object.entries(object).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(object));
      }),
    ));

  test('writes every text as JSON.stringify does', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(canonicalJson(text)).toBe(JSON.stringify(text)))));

  test.each(['"', '\\', '\u0000', '\u001f', '\ud800', '\udfff', '\u007f', '\u2028', '😀'])('writes %j as JSON.stringify does', (text) =>
    expect(canonicalJson({ [text]: text })).toBe(JSON.stringify({ [text]: text })),
  );

  test('sorts names as texts, numbers among them', () =>
    expect(canonicalJson({ 10: 1, 9: 2, b: 3, a: 4 })).toBe('{"10":1,"9":2,"a":4,"b":3}'));

  test('tells 1.0 from 1, as a contract may', () => expect(canonicalJson(parseFaithfully('{"a":1.0}'))).not.toBe(canonicalJson({ a: 1 })));

  test('keeps the order of lists', () => expect(canonicalJson([2, 1])).toBe('[2,1]'));
});

test.each([
  [{}, true],
  [[], false],
  [null, false],
  ['text', false],
  [parseFaithfully('1.0'), false],
])('%j is a plain object: %s', (value, expected) => expect(isPlainObject(value)).toBe(expected));
