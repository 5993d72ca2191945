import fc from 'fast-check';
import { exactnessOf, isPattern, matchesPattern } from './pattern.ts';

test.each([
  ['a*', 'a', true],
  ['a*', 'ab', true],
  ['a*', 'ba', false],
  ['*a', 'ba', true],
  ['*a*a', 'a', false],
  ['*a*a', 'aa', true],
  ['a*b*c', 'a-c-b-c', true],
  ['a*b*c', 'a-c', false],
  ['*', '', true],
  ['Pet.\\*', 'Pet.*', true],
  ['Pet.\\*', 'Pet.name', false],
  ['Pet[].a+', 'Pet[].a+', true],
  ['Pet[].a+', 'Peta', false],
])('%s and %s: %p', (pattern, text, does) => {
  expect(matchesPattern(pattern)(text)).toBe(does);
});

test('it does what a regular expression would, in time that does not explode', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (pattern, tried) => {
      const source = pattern
        .split('*')
        .map((part) => RegExp.escape(part))
        .join('[^]*');
      expect(matchesPattern(pattern)(tried)).toBe(new RegExp(`^${source}$`).test(tried));
    }),
  );
  expect(matchesPattern('*a'.repeat(1_000))('a'.repeat(100_000))).toBe(true);
  expect(matchesPattern(`${'*a'.repeat(1_000)}*b`)('a'.repeat(100_000))).toBe(false);
});

test('what has no star is exact, and more letters are more exact', () => {
  expect(isPattern('Pet.\\*')).toBe(false);
  expect(exactnessOf('a')).toBeGreaterThan(exactnessOf('aaaaaaaaaa*'));
  expect(exactnessOf('ab*')).toBeGreaterThan(exactnessOf('a*'));
});
