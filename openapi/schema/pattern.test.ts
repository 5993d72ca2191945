import fc from 'fast-check';
import { matchesPattern } from './pattern.ts';
import { textsFor } from './pattern-sample.ts';
import { patternWithin, textBetween } from './pattern-within.ts';

/** Patterns of real documents, and each construct of the language. */
const PATTERNS = [
  '^a',
  'b$',
  'abc',
  '^$',
  '^[a-z]+$',
  '^[^a-z]{2,4}$',
  '(^a|b$)',
  '^(?:a|bc)*$',
  '\\bfoo\\b',
  '^(?!foo)[a-z]+$',
  '^(?=.{3,8}$)[a-z]+$',
  '^(?=.*[A-Z])(?=.*[0-9]).{8,}$',
  '^(?!.*--)[a-z-]+$',
  '(?<!a)b',
  '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$',
  '^\\p{Lu}\\p{L}*$',
  '^(["\']).*\\1$',
  '^\\d{4}-\\d{2}-\\d{2}$',
  '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
  '^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}$',
  '^[a-z\\_\\-]+\\@[a-z]+$',
  '^arn:aws:[a-z]+::\\d{12}:role/.+$',
  '^#[0-9A-Fa-f]{6}$',
  '^\\u00e9\\x41+$',
  '^😀{2}$',
];

test.each(PATTERNS)('texts for %s match it', (pattern) => {
  const texts = textsFor(pattern, [3, 8]);
  expect(texts).not.toEqual([]);
  for (const text of texts)
    expect(
      new RegExp(
        pattern.replaceAll(/\\[_@]/g, (escaped) => escaped[1]!),
        'u',
      ).test(text),
    ).toBe(true);
});

test.each<[pattern: string, lengths: readonly number[], texts: readonly string[]]>([
  ['^[a-z]+$', [4], ['a', 'aaaa']],
  ['^x-', [], ['x-']],
  ['^\\d{4}-\\d{2}$', [], ['0000-00']],
  ['^(?:GET|POST)$', [4], ['GET', 'POST']],
  ['^(?!a)[a-z]{2}$', [], ['xa']],
])('the smallest texts for %s, and of lengths %j', (pattern, lengths, texts) => {
  expect(textsFor(pattern, lengths)).toEqual(expect.arrayContaining([...texts]));
  for (const length of lengths) expect(textsFor(pattern, lengths).some((text) => text.length === length)).toBe(true);
});

test.each<[narrow: string, wide: string, shown: string | undefined]>([
  ['^[a-z]+$', '^[a-z0-9]+$', undefined],
  ['^[a-z]{2,4}$', '^\\w{1,5}$', undefined],
  ['^(?:cat|dog)$', '^(?:cat|dog|bird)$', undefined],
  ['^a.*z$', '^a', undefined],
  ['^abc$', 'b', undefined],
  ['^v\\d+$', '^v\\d+(\\.\\d+)?$', undefined],
  ['^[a-z][a-z0-9-]{0,61}[a-z0-9]$', '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$', undefined],
  ['^(?!foo)[a-z]+$', '^[a-z]+$', undefined],
  ['^[a-z]+$', '^[a-z]{1,8}$', 'aaaaaaaaa'],
  ['^[a-z0-9]+$', '^[a-z]+$', '0'],
  ['^[a-z]+$', '^(?!foo)[a-z]+$', 'foo'],
  ['abc', '^abc$', 'abca'],
  ['^[a-z\\_]+$', '^[a-z]+$', '_'],
])('%s within %s: %s shows that it is not', (narrow, wide, shown) => {
  expect(patternWithin(narrow, wide)).toBe(shown === undefined);
  const text = textBetween(narrow, wide);
  expect(text?.length).toBe(shown?.length);
  if (text !== undefined) expect([matchesPattern(text, narrow), matchesPattern(text, wide)]).toEqual([true, false]);
});

const piece = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '(?:a|b)', '(?:ab|c)', '\\b', '(?=a)', '(?!b)');
const quantified = fc
  .tuple(piece, fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,3}'))
  .map(([part, count]) => (/^\\b|^\(\?[=!]/.test(part) ? part : part + count));
const regex = fc
  .tuple(fc.constantFrom('', '^'), fc.array(quantified, { minLength: 1, maxLength: 4 }), fc.constantFrom('', '$'))
  .map(([start, parts, end]) => start + parts.join('') + end);
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '-', '\n'), maxLength: 8 });

test('texts for any pattern match it', () => {
  let found = 0;
  fc.assert(
    fc.property(regex, fc.integer({ min: 0, max: 6 }), (pattern, length) => {
      const texts = textsFor(pattern, [length]);
      for (const text of texts) expect([pattern, text, new RegExp(pattern, 'u').test(text)]).toEqual([pattern, text, true]);
      if (texts.length > 0) found++;
    }),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(200);
});

test('what matches a pattern matches each one that it is within', () => {
  let within = 0;
  fc.assert(
    fc.property(regex, regex, fc.array(word, { minLength: 20, maxLength: 20 }), (narrow, wide, words) => {
      if (!patternWithin(narrow, wide)) return;
      within++;
      // `^.*$` is taken for anything, as whoever writes it means it, although a dot is no line break.
      const lines = [...words, ...textsFor(narrow, [2, 4])].filter((own) => !/[\n\r\u2028\u2029]/.test(own));
      for (const text of lines.filter((own) => new RegExp(narrow, 'u').test(own)))
        expect([narrow, wide, text, new RegExp(wide, 'u').test(text)]).toEqual([narrow, wide, text, true]);
    }),
    { numRuns: 500 },
  );
  expect(within).toBeGreaterThan(0);
});

const long = 'a'.repeat(200);
test.each<[pattern: string, text: string, answer: boolean | undefined]>([
  ['^(a|a)*$', `${long}b`, false],
  ['^(a+)+$', `${long}b`, false],
  ['^(\\w|\\d)*x$', `${long}!`, false],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', long, false],
  ['a*a*a*a*a*b', long, false],
  ['^(a?){100}a{100}$', long, true],
  ['^(?:a|aa)+$', `${long}b`, false],
  ['^(?=(a+)+$)b', long, false],
  ['^(a+)+\\1$', `${long}b`, undefined],
  ['(a{1,1000}){1,1000}', long, undefined],
  ['^(?=(?=(?=a*a*a*a*$)))x', long, undefined],
  [`^(${'a|'.repeat(50_000)}b)*$`, long, undefined],
  [`${'('.repeat(2_000)}a${')'.repeat(2_000)}`, long, undefined],
  [`${'(a*)*'.repeat(300)}b`, long, undefined],
  ['(x+x+)+y', 'x'.repeat(5_000), false],
])('%s is answered in no time', (pattern, text, answer) => {
  const started = process.cpuUsage();
  expect([answer, undefined]).toContain(matchesPattern(text, pattern));
  if (answer !== undefined) expect(matchesPattern(text, pattern)).toBe(answer);
  textsFor(pattern, [10, 200]);
  patternWithin(pattern, '^(a|b)*c(a|b){12}$');
  expect(process.cpuUsage(started).user).toBeLessThan(1_500_000);
});

test.each(['(?i)abc', '\\Aabc\\z', 'a++b', '(?>a)', '[[:alpha:]]+', '\\p{Nonsense}', '(?P<name>a)', '\\Qa\\E', '[', '(', '*', '\\h+'])(
  '%s is of another dialect: it cannot be told',
  (pattern) => {
    expect(matchesPattern('abc', pattern)).toBeUndefined();
    expect(textsFor(pattern, [3])).toEqual([]);
    expect(patternWithin(pattern, '^a')).toBe(false);
  },
);
