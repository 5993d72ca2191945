import fc from 'fast-check';
import { offsetOfMistake } from './json-mistake.ts';
import { parseJsonText } from './json-text.ts';

/** `^` stands before the mistake, and is not part of the text. */
test.each([
  ['a value left out', '{"openapi": "3.0.3",\n  "info": ^}\n'],
  ['a comma left out', '{"a": 1\n ^"b": 2}'],
  ['a comma too many in an object', '{"a": 1,\n^}'],
  ['a comma too many in an array', '[\n  [1, 2],\n  [1,\n  ^]\n]'],
  ['two commas', '[1,^,2]'],
  ['a colon left out', '{"a" ^1}'],
  ['a key without quotes', '{\n  ^a: 1}'],
  ['single quotes', "{^'a': 1}"],
  ['single quotes around a value', '{"a": ^\'b\'}'],
  ['the wrong bracket', '{"a": [1, 2^}}'],
  ['a bracket too many', '{"a": [1]}\n^]'],
  ['a second value', '{}\n^{}'],
  ['a word that JSON does not know', '{"a":\n ^undefined}'],
  ['a word cut off', '[tru^]'],
  ['a zero before a number', '[0^1]'],
  ['a point without digits', '[1.^]'],
  ['a comment', '{\n  "a": ^// why\n  1}'],
  ['a line end in a string', '{"a": "b^\n"}'],
  ['an escape that is none', '{"a": "b\\^x"}'],
  ['a string without an end', '{"a": "b}^'],
  ['an end too early', '{"a": [1, 2^'],
  ['nothing', '^'],
])('%s is found where it stands', (_, marked) => {
  const text = marked.replace('^', '');
  expect(offsetOfMistake(errorOf(text)!, text)).toBe(marked.indexOf('^'));
});

test('the place is told by line and column, the message without the text around it', () => {
  expect(() => parseJsonText('{"openapi": "3.0.3",\n  "info": }\n', 'a.json')).toThrow(
    expect.objectContaining({ line: 2, column: 11, reason: "this is not JSON: Unexpected token '}'" }),
  );
});

test('a text that is cut ends too early; one that goes on with what JSON never has, has its mistake there', () => {
  const texts = fc.tuple(fc.json(), fc.constantFrom(undefined, 1)).map(([text, space]) => JSON.stringify(JSON.parse(text), null, space));
  fc.assert(
    fc.property(texts, fc.nat(), (text, place) => {
      const start = text.slice(0, place % text.length);
      const cut = errorOf(start);
      if (cut) expect(offsetOfMistake(cut, start)).toBe(start.length);
      const spoilt = `${start}\u0000${text.slice(start.length)}`;
      expect(offsetOfMistake(errorOf(spoilt)!, spoilt)).toBe(start.length);
    }),
    { numRuns: 1_000 },
  );
});

function errorOf(text: string): Error | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
