import fc from 'fast-check';
import { stringify } from 'yaml';
import { plainYamlPlaces, readPlainYaml } from './plain-yaml.ts';
import { parseAnyYaml } from './yaml-text.ts';

const DOCUMENT = `# an API
openapi: 3.0.3
info: { title: Teas, version: 1.10, "x-a": [1, 'two', -3.5e2, true, null, "a\\n\\u00e9"] }
paths:
  /teas/{id}:
    get:
      tags: [2.0, tea]
      description: >-
        One tea,
        folded.

          kept as it is
           

        The end.
      parameters:
      - name: 5
        in: path
        required: true   # always
        schema: {type: string, enum: [1, 1.10]}
      - in: query
        name: "q: r"
        description: It's plain: not at all
      responses:
        200:
          description: 'It''s
            two lines

            and more'
        "404": { description: "none
          at all", content: {} }
        default:
  /a#b:
    x-empty:
    x-list:
      - - 1
        - a: b
          c: |+
            text  

        -
      - "x": https://example.org/#a
      -
        y: ~
    x-flow: [
      a b, {c: d},
      ]
components: {}
`.replace("It's plain: not", "It's plain, not");

const library = (text: string): unknown => {
  try {
    return { value: parseAnyYaml(text, 'a.yaml').value };
  } catch {
    return 'a mistake';
  }
};

/** What is read is what the library reads; what is not is left to it. */
function expectTheSame(text: string): void {
  const plain = readPlainYaml(text);
  if (plain) expect({ text, ...plain }).toStrictEqual({ text, ...(library(text) as object) });
}

test('a document is read without the library', () => {
  expect(readPlainYaml(DOCUMENT)).toBeDefined();
  expectTheSame(DOCUMENT);
});

test('and its places are found', () => {
  const [plain, { value, find }] = [plainYamlPlaces(DOCUMENT), parseAnyYaml(DOCUMENT, 'a.yaml')];
  const walk = (part: unknown, keys: readonly string[]): void => {
    // Of an item that is not there only the place of the list is known.
    if (part !== null || /\D/.test(keys.at(-1) ?? '')) expect([keys, plain(keys)]).toEqual([keys, find(keys)]);
    if (typeof part === 'object' && part !== null) for (const [key, inner] of Object.entries(part)) walk(inner, [...keys, key]);
  };
  walk(value, []);
  expect(plain(['paths', 'nowhere', 'at all'])).toBe(find(['paths', 'nowhere', 'at all']));
});

test.each([
  'a: b: c\n',
  'a: 1\n b: 2\n',
  'a: 1\na: 2\n',
  'a: &x 1\nb: *x\n',
  'a: !!str 1\n',
  '? a\n: b\n',
  'a: 1\n---\nb: 2\n',
  'a: 1\n...\n',
  'a:\tb\n',
  'a: "b\n',
  "a: 'b\nc'\n",
  'a: [1, 2\n',
  'a: [b: c]\n',
  'a: {b}\n',
  'a: [b]: c\n',
  'a: "b" c\n',
  'a: |\n   \n  b\n',
  'a: - b\n',
  'a: b #c\n  d\n',
  '- a\n',
  'a\n',
  '',
  'a: "\\q"\n',
  'b: {<<: 1}\n',
])('read as by the other library, or left to it: %#', (text) => {
  expectTheSame(text);
});

const words = fc.oneof(
  fc.constantFrom(
    'a',
    'name',
    'required',
    'properties',
    'x-a',
    'enum',
    '200',
    '1.10',
    'null',
    'a b',
    "it's",
    'a: b',
    '#',
    'a #b',
    '- a',
    '',
  ),
  fc.string({ maxLength: 12 }),
  fc.stringMatching(/^[ -~\n]{0,40}$/),
);
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    words,
    fc.constantFrom<unknown>(0, -1, 1.5, 1e21, true, false, null, 'a long text that is longer than one line of thirty characters'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(words, tie('value'), { maxKeys: 4 }),
  ),
})).value;
const styles = fc.record({
  // Narrower, the library that writes breaks lines within quotes wrongly.
  lineWidth: fc.constantFrom(0, 80),
  indent: fc.constantFrom(1, 2, 4),
  indentSeq: fc.boolean(),
  singleQuote: fc.constantFrom(true, false, null),
  collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
  defaultStringType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const, 'BLOCK_FOLDED' as const),
});
const runs = { numRuns: Number(process.env.FC_RUNS ?? 300) };

test('whatever the library writes is read the same', () => {
  fc.assert(
    fc.property(fc.dictionary(words, values, { minKeys: 1, maxKeys: 4 }), styles, (value, style) => expectTheSame(stringify(value, style))),
    runs,
  );
});

const marks = fc.constantFrom(
  ...[' ', '  ', '\n', '\n\n', ':', ': ', '- ', '#', ' #', '"', "'", '[', ']', '{', '}', ',', '|', '>', '|-', '>+', '\\'],
  ...['a', '1', '.', '0x1', '~', '&', '*', '!', '?', '%', '@', '=', '<<', '---', '\n---\n', 'é', '\u00a0', '\u2028'],
);
const edits = fc.array(
  fc.record({
    at: fc.nat({ max: DOCUMENT.length }),
    taken: fc.oneof(fc.constant(0), fc.nat({ max: 6 })),
    put: fc.oneof(fc.constant(''), marks),
  }),
  { minLength: 1, maxLength: 3 },
);

test('a document with typing mistakes is read the same, or left to the library', () => {
  fc.assert(
    fc.property(edits, (made) => {
      expectTheSame(made.reduce((text, { at, taken, put }) => text.slice(0, at) + put + text.slice(at + taken), DOCUMENT));
    }),
    runs,
  );
});
