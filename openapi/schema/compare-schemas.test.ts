import { compareSchemas } from './compare-schemas.ts';
import { schemaFrom } from './schema-at.ts';

const string = { type: 'string' };
const closed = { type: 'object', properties: { a: string }, unevaluatedProperties: false };
const kinds = (...kind: string[]) => ({ type: 'object', properties: { kind: { enum: kind } }, required: ['kind'] });

test.each<[name: string, base: unknown, revision: unknown, verdict: string]>([
  ['integers are numbers', { type: 'integer' }, { type: 'number' }, 'compatible'],
  ['numbers are not integers', { type: 'number' }, { type: 'integer' }, 'breaking'],
  ['whole bounds of integers', { type: 'integer', exclusiveMinimum: 0 }, { type: 'integer', minimum: 1 }, 'compatible'],
  ['a multiple of four is one of two', { type: 'integer', multipleOf: 4 }, { type: 'integer', multipleOf: 2 }, 'compatible'],
  ['two ways to write null', { type: ['string', 'null'] }, { oneOf: [string, { type: 'null' }] }, 'compatible'],
  ['nullable is a way to write null', { type: 'string', nullable: true }, { anyOf: [{ type: 'null' }, string] }, 'compatible'],
  ['a maximum of strings', string, { type: 'string', maximum: 3 }, 'compatible'],
  ['a value that fits two alternatives', { type: 'integer' }, { oneOf: [{ type: 'integer' }, { type: 'number' }] }, 'breaking'],
  [
    'allOf that says the same',
    { allOf: [{ type: 'object', required: ['a'] }, { properties: { a: string } }] },
    { type: 'object', required: ['a'], properties: { a: string } },
    'compatible',
  ],
  ['alternatives by a kind', kinds('cat', 'dog'), { oneOf: [kinds('cat'), kinds('dog')] }, 'compatible'],
  ['a kind that no alternative knows', kinds('cat', 'dog', 'cow'), { oneOf: [kinds('cat'), kinds('dog')] }, 'breaking'],
  ['a wider pattern', { type: 'string', pattern: '^[a-f]{2}$' }, { type: 'string', pattern: '^[a-z]+$' }, 'compatible'],
  ['a narrower pattern', { type: 'string', pattern: '^[a-z]+$' }, { type: 'string', pattern: '^[a-f]+$' }, 'breaking'],
  ['patterns of another dialect', { type: 'string', pattern: '(?i)^a$' }, { type: 'string', pattern: '(?i)^b$' }, 'unknown'],
  ['a negation', {}, { not: string }, 'breaking'],
  ['a negation that cannot apply', { type: 'number' }, { not: string }, 'compatible'],
  ['a condition that cannot be met', { type: 'number' }, { if: string, else: { type: 'number' } }, 'compatible'],
  ['an item that must match', { type: 'array', items: string }, { type: 'array', contains: { const: 'x' } }, 'breaking'],
  [
    'an item that always matches',
    { type: 'array', items: { const: 'x' }, minItems: 1 },
    { type: 'array', contains: { const: 'x' } },
    'compatible',
  ],
  [
    'unevaluated items',
    { type: 'array', prefixItems: [string] },
    { type: 'array', prefixItems: [string], unevaluatedItems: false },
    'breaking',
  ],
  ['unevaluated properties', { type: 'object' }, closed, 'breaking'],
  [
    'properties of allOf are looked at',
    { allOf: [closed] },
    { type: 'object', allOf: [{ properties: { a: string } }], unevaluatedProperties: { type: 'string' } },
    'unknown',
  ],
  ['a property that came to need another', { type: 'object' }, { dependentRequired: { a: ['b'] } }, 'breaking'],
  ['names of properties', { type: 'object' }, { propertyNames: { pattern: '^a' } }, 'breaking'],
  ['a format', string, { type: 'string', format: 'date' }, 'breaking'],
  ['the range of a format', { type: 'integer', minimum: 0, maximum: 9 }, { type: 'integer', format: 'int32' }, 'compatible'],
  ['a dynamic reference', {}, { $dynamicRef: '#node' }, 'unknown'],
])('a request, exactly: %s', (_, base, revision, verdict) => {
  const answer = compareSchemas(schemaFrom(base), schemaFrom(revision), 'request');
  expect(answer).toMatchObject({ verdict });
  expect(answer.counterExample !== undefined).toBe(verdict === 'breaking');
});

test('a response is compared the other way round', () => {
  const [wide, narrow] = [schemaFrom({ type: ['string', 'null'] }), schemaFrom({ type: 'string' })];
  expect(compareSchemas(wide, narrow, 'response').verdict).toBe('compatible');
  expect(compareSchemas(narrow, wide, 'response')).toMatchObject({ verdict: 'breaking', counterExample: { value: null } });
});

test('recursive schemas are compared without end', () => {
  const tree = (leaf: unknown) =>
    schemaFrom({ type: 'object', properties: { leaf, children: { type: 'array', items: { $ref: '#/schema' } } } });
  expect(compareSchemas(tree({ type: 'integer' }), tree({ type: 'number' }), 'request').verdict).toBe('compatible');
  const { counterExample } = compareSchemas(tree({ type: 'number' }), tree({ type: 'integer' }), 'request');
  expect(counterExample).toBeDefined();
});

test('the answer says where both sides stand', () => {
  const answer = compareSchemas(
    schemaFrom({ properties: { a: string } }),
    schemaFrom({ properties: { a: { type: 'string', maxLength: 3 } } }),
    'request',
  );
  expect(answer).toMatchObject({ narrow: '/schema', wide: '/schema/properties/a', reason: 'strings longer than 3 are not accepted' });
});
