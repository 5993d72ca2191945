import { expect, test } from '@jest/globals';
import { diffDocuments } from '../index.ts';
import { documentOf } from '../test/places.ts';

const string = { type: 'string' };
const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });

const everywhere = (schema: unknown, openapi: string) =>
  documentOf(
    {
      parameters: [{ name: 'q', in: 'query', schema }],
      requestBody: { content: { 'application/json': { schema: object({ p: schema }) } } },
      responses: { 200: { content: { 'application/json': { schema } } } },
    },
    { openapi, components: { schemas: { Thing: object({ a: string }) } } },
  );

const Thing = { $ref: '#/components/schemas/Thing' };
const list = { type: 'array', items: string };

test.each<[what: string, a: unknown, b: unknown, versions?: readonly [string, string]]>([
  [
    'null beside an enum, as 3.0 and 3.1 write it',
    { ...string, nullable: true, enum: ['a'] },
    { type: ['string', 'null'], enum: ['a'] },
    ['3.0.3', '3.1.0'],
  ],
  [
    'null in an enum',
    { ...string, nullable: true, enum: ['a', null] },
    { type: ['string', 'null'], enum: ['a', null] },
    ['3.0.3', '3.1.0'],
  ],
  ['null beside a list of members', { nullable: true, allOf: [Thing] }, { oneOf: [Thing, { type: 'null' }] }, ['3.0.3', '3.1.0']],
  ['null beside a list of members, as anyOf', { nullable: true, allOf: [Thing] }, { anyOf: [Thing, { type: 'null' }] }, ['3.0.3', '3.1.0']],
  ['null', { ...string, nullable: true }, { type: ['string', 'null'] }, ['3.0.3', '3.1.0']],
  ['base64', { ...string, format: 'byte' }, { ...string, contentEncoding: 'base64' }, ['3.0.3', '3.1.0']],
  ['bytes', { ...string, format: 'binary' }, { contentMediaType: 'application/octet-stream' }, ['3.0.3', '3.1.0']],
  ['bytes, as nothing', { ...string, format: 'binary' }, {}, ['3.0.3', '3.1.0']],
  ['exclusive bounds', { type: 'number', minimum: 1, exclusiveMinimum: true }, { type: 'number', exclusiveMinimum: 1 }, ['3.0.3', '3.1.0']],
  [
    'an exclusive bound that is not',
    { type: 'number', minimum: 1, exclusiveMinimum: false },
    { type: 'number', minimum: 1 },
    ['3.0.3', '3.1.0'],
  ],
  ['an example', { ...string, example: 'a' }, { ...string, examples: ['a'] }, ['3.0.3', '3.1.0']],
  ['integers as multiples of 1', { type: 'number', multipleOf: 1 }, { type: 'integer' }],
  ['integers as multiples of 1 with bounds', { type: 'number', multipleOf: 1, minimum: 1 }, { type: 'integer', minimum: 1 }],
  ['integers by format', { type: 'number', format: 'int32' }, { type: 'integer', format: 'int32' }],
  ['integers by format', { type: 'number', format: 'int64' }, { type: 'integer', format: 'int64' }],
  ['integers that are multiples of 1', { type: 'integer' }, { type: 'integer', multipleOf: 1 }],
  ['a closed flat object', object({ a: string }, { additionalProperties: false }), object({ a: string }, { unevaluatedProperties: false })],
  ['a flat map', { type: 'object', additionalProperties: string }, { type: 'object', unevaluatedProperties: string }],
  ['one value', { ...string, const: 'a' }, { ...string, enum: ['a'] }],
  ['one value without a type', { const: 'a' }, { enum: ['a'] }],
  [
    'values with names',
    { ...string, enum: ['a', 'b'] },
    {
      ...string,
      oneOf: [
        { const: 'a', title: 'A' },
        { const: 'b', description: 'the b' },
      ],
    },
  ],
  [
    'values with names, of one-valued enums',
    { ...string, enum: ['a', 'b'] },
    {
      anyOf: [
        { ...string, enum: ['b'] },
        { ...string, enum: ['a'] },
      ],
    },
  ],
  [
    'values with names and null',
    { type: ['string', 'null'], enum: ['a', 'b', null] },
    { oneOf: [{ const: 'a' }, { const: 'b' }, { type: 'null' }] },
  ],
  ['items of anything', { type: 'array' }, { type: 'array', items: {} }],
  ['items of anything, described', { type: 'array' }, { type: 'array', items: { description: 'whatever' } }],
  ['nothing required', object({ a: string }), object({ a: string }, { required: [] })],
  ['a list of one type', string, { type: ['string'] }],
  ['a length of at least nothing', string, { ...string, minLength: 0 }],
  ['a list of at least nothing', list, { ...list, minItems: 0 }],
  ['an object of at least nothing', object({ a: string }), object({ a: string }, { minProperties: 0 })],
  ['items that may be equal', list, { ...list, uniqueItems: false }],
  ['an open object', object({ a: string }), object({ a: string }, { additionalProperties: true })],
  ['a member of allOf alone', object({ a: string }), { allOf: [object({ a: string })] }],
  ['an alternative alone', object({ a: string }), { oneOf: [object({ a: string })] }],
  [
    'names in another order',
    object({ a: string, b: string }, { required: ['a', 'b'] }),
    object({ b: string, a: string }, { required: ['b', 'a'] }),
  ],
])('the same values in other words: %s', (_what, a, b, [before, after] = ['3.1.0', '3.1.0']) => {
  const told = (from: unknown, to: unknown, versions: readonly [string, string]) =>
    diffDocuments(everywhere(from, versions[0]), everywhere(to, versions[1])).changes.map(({ level, message }) => `${level}: ${message}`);
  expect(told(a, b, [before, after])).toEqual([]);
  expect(told(b, a, [after, before])).toEqual([]);
});

test.each([
  [
    'null comes beside an enum without it',
    [
      { ...string, enum: ['a'] },
      { ...string, enum: ['a'], nullable: true },
    ],
    'compatible',
    'unknown',
  ],
  [
    'null goes beside an enum without it',
    [
      { ...string, enum: ['a'], nullable: true },
      { ...string, enum: ['a'] },
    ],
    'unknown',
    'compatible',
  ],
  [
    'null comes into an enum beside which it was',
    [
      { ...string, enum: ['a'], nullable: true },
      { ...string, enum: ['a', null], nullable: true },
    ],
    'compatible',
    'unknown',
  ],
  [
    'null comes into an enum',
    [
      { ...string, enum: ['a'] },
      { ...string, enum: ['a', null], nullable: true },
    ],
    'compatible',
    'breaking',
  ],
] as const)('%s', (_what, [base, revision], request, response) => {
  const inBody = (schema: unknown) =>
    documentOf({ requestBody: { content: { 'application/json': { schema: object({ p: schema }) } } } }, { openapi: '3.0.3' });
  const inAnswer = (schema: unknown) =>
    documentOf({ responses: { 200: { content: { 'application/json': { schema: object({ p: schema }) } } } } }, { openapi: '3.0.3' });
  expect(diffDocuments(inBody(base), inBody(revision)).verdict).toBe(request);
  expect(diffDocuments(inAnswer(base), inAnswer(revision)).verdict).toBe(response);
});
