import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Document, diffDocuments } from '../index.ts';
import { documentOf, PLACED } from '../test/places.ts';
import { DOCUMENTATION } from './keyword-others.ts';

const string = { type: 'string' };

/** Two values of each keyword that do not say the same. */
const KEYWORDS: Readonly<Record<string, readonly [unknown, unknown]>> = {
  type: ['string', 'integer'],
  format: ['password', 'made-up'],
  enum: [['a'], ['a', 'b']],
  const: ['a', 'b'],
  nullable: [true, false],
  default: ['a', 'b'],
  minimum: [1, 2],
  maximum: [8, 9],
  exclusiveMinimum: [1, 2],
  exclusiveMaximum: [8, 9],
  multipleOf: [2, 3],
  minLength: [1, 2],
  maxLength: [8, 9],
  pattern: ['^a', '^b'],
  minItems: [1, 2],
  maxItems: [8, 9],
  uniqueItems: [true, false],
  items: [string, { type: 'integer' }],
  prefixItems: [[string], [string, string]],
  contains: [string, { type: 'integer' }],
  minProperties: [1, 2],
  maxProperties: [8, 9],
  required: [['a'], ['b']],
  properties: [{ a: string }, { a: { type: 'integer' } }],
  additionalProperties: [false, string],
  patternProperties: [{ '^x': string }, { '^y': string }],
  propertyNames: [{ pattern: '^a' }, { pattern: '^b' }],
  dependentRequired: [{ a: ['b'] }, { a: ['c'] }],
  allOf: [[{ minLength: 1 }], [{ minLength: 2 }]],
  oneOf: [[string], [{ type: 'integer' }]],
  not: [{ const: 'a' }, { const: 'b' }],
  contentEncoding: ['base64', 'base32'],
  contentMediaType: ['image/png', 'image/gif'],
  discriminator: [{ propertyName: 'a' }, { propertyName: 'b' }],
  deprecated: [true, false],
  readOnly: [true, false],
  writeOnly: [true, false],
  $vocabulary: [{ 'https://example.org/a': true }, { 'https://example.org/a': false }],
  formatMinimum: ['a', 'b'],
  dependencies: [{ a: ['b'] }, { a: ['c'] }],
  madeUp: ['a', 'b'],
  description: ['a', 'b'],
  title: ['a', 'b'],
  example: ['a', 'b'],
  examples: [['a'], ['b']],
  $comment: ['a', 'b'],
  externalDocs: [{ url: 'https://example.org/a' }, { url: 'https://example.org/b' }],
};

const told = (before: Document, after: Document) => diffDocuments(before, after).changes.map(({ id, level }) => [id, level]);
const keyword = fc.constantFrom(...Object.keys(KEYWORDS));

/** They are about the strings that stand in them: beside another type nothing is a value, before and after. */
const OF_STRINGS = new Set(['enum', 'const', 'not', 'oneOf', 'allOf']);
const types = fc.constantFrom('string', 'number', 'array', 'object');

test('whatever changes in a schema is told, but for its documentation', () => {
  fc.assert(
    fc.property(types, keyword, fc.constantFrom(...PLACED), fc.boolean(), (any, name, { document }, back) => {
      const type = OF_STRINGS.has(name) ? 'string' : any;
      const [one, other] = KEYWORDS[name] ?? [];
      const [before, after] = back ? [other, one] : [one, other];
      const changes = told(document({ type, [name]: before }), document({ type, [name]: after }));
      expect([type, name, before, after, changes.length > 0]).toEqual([type, name, before, after, !DOCUMENTATION.has(name)]);
    }),
    { numRuns: 1_500 },
  );
});

test.each([
  ['a keyword that nobody knows', { ...string, formatMaximum: 'm' }, { ...string, formatMaximum: 'f' }, 'warning'],
  ['a bound of another type', { ...string, maximum: 5 }, { ...string, maximum: 3 }, 'info'],
  ['a format that only says how to show the value', { ...string, format: 'password' }, { ...string, format: 'textarea' }, 'info'],
])('%s', (_what, base, revision, level) => {
  for (const { document } of PLACED) expect(told(document(base), document(revision)).map(([, found]) => found)).toEqual([level]);
});

test('a name in XML matters to XML', () => {
  const body = (name: string, type: string) =>
    documentOf({ requestBody: { content: { [type]: { schema: { type: 'object', xml: { name } } } } } });
  expect(told(body('a', 'application/xml'), body('b', 'application/xml'))).toEqual([['request-body-keyword-changed', 'warning']]);
  expect(told(body('a', 'application/json'), body('b', 'application/json'))).toEqual([]);
});

test.each([
  ['x-extensible-enum', true],
  ['x-ms-enum', { name: 'Size', modelAsString: true }],
])('a value that comes into a list of which %s says that it is open breaks nobody', (name, open) => {
  for (const { document, place } of PLACED.filter((each) => each.place.startsWith('response'))) {
    const list = (...values: string[]) => document({ ...string, enum: values, [name]: open });
    expect(told(list('a'), list('a', 'b'))).toEqual([[`${place}-enum-value-added`, 'info']]);
    expect(told(list('a', 'b'), list('a'))).toHaveLength(1);
  }
});
