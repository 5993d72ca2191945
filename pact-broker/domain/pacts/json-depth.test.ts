import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DEEPEST, isTooDeep } from './json-depth.ts';

const nested = (levels: number, inner = '') => '['.repeat(levels) + inner + ']'.repeat(levels);
const texts = ['"', '\\', '\\"', '\\\\', '[{', '"[', 'a'];

test.each([
  ['as deep as allowed', nested(DEEPEST), false],
  ['one level more', nested(DEEPEST + 1), true],
  ['objects', '{"a":'.repeat(DEEPEST + 1), true],
  ['wide, not deep', `[${'[],'.repeat(DEEPEST + 1)}1]`, false],
  ['brackets in a text', JSON.stringify('['.repeat(DEEPEST + 1)), false],
  ['brackets behind a text that ends in a backslash', `["\\\\",${nested(DEEPEST)}]`, true],
  ['a text that never ends', `"${'['.repeat(DEEPEST + 1)}`, false],
])('%s', (_, json, expected) => expect(isTooDeep(json)).toBe(expected));

test('whatever texts stand beside the nesting, its depth is what counts', () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...texts)), fc.boolean(), (parts, deeper) => {
      const text = JSON.stringify(parts.join(''));
      expect(isTooDeep(`[${text},${nested(deeper ? DEEPEST : DEEPEST - 1, text)},${text}]`)).toBe(deeper);
    }),
  ));
