import { expect, test } from '@jest/globals';
import { diffDocuments } from '../index.ts';
import { documentOf } from '../test/places.ts';

const string = { type: 'string' };
const integer = { type: 'integer' };
const number = { type: 'number' };
const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
const list = (items: object, more: object = {}) => ({ type: 'array', items, ...more });

const closed = { additionalProperties: false };
const kind = (name: string, v: object) => object({ k: { const: name }, v }, { required: ['k', 'v'] });
const over = (more: object) => ({ allOf: [object({ a: string }), object({ b: string })], ...more });

const X = object({ a: string }, { required: ['a'] });
const Y = object({ c: string }, { required: ['c'] });
const needs = (name: string) => ({ required: [name] });
const pairOf = object({ a: string, b: string });

const LETTERS = { compatible: 'c', unknown: 'u', breaking: 'b' } as const;

/** Verdicts of a change and of the way back, in a request and then in an answer. */
function verdicts(base: unknown, revision: unknown, mediaType: string): string {
  const places = [
    (schema: unknown) => ({ requestBody: { content: { [mediaType]: { schema } } } }),
    (schema: unknown) => ({ responses: { 200: { content: { [mediaType]: { schema } } } } }),
  ];
  const verdict = (place: (schema: unknown) => object, from: unknown, to: unknown) =>
    LETTERS[diffDocuments(documentOf(place(from)), documentOf(place(to))).verdict];
  return places.flatMap((place) => [verdict(place, base, revision), verdict(place, revision, base)]).join('');
}

const FORM = 'application/x-www-form-urlencoded';
const XML = 'application/xml';

test.each<[what: string, base: unknown, revision: unknown, verdicts: string, mediaType?: string]>([
  ['a schema becomes one of two alternatives', X, { anyOf: [X, Y] }, 'cbbc'],
  ['a schema becomes one of two that exclude each other', X, { oneOf: [X, Y] }, 'cbbc'],
  ['a schema becomes one of two that take the same', X, { oneOf: [X, object({ a: string, z: string })] }, 'bbbc'],
  ['a schema gets null and an alternative', X, { anyOf: [X, Y, { type: 'null' }] }, 'cbbc'],
  ['an allOf is written around a choice', { anyOf: [X, Y] }, { allOf: [{ anyOf: [X, Y] }, { description: 'either' }] }, 'cccc'],
  ['alternatives that are never both come to exclude each other', { anyOf: [X, Y] }, { oneOf: [X, Y] }, 'cccc'],
  [
    'alternatives that may both hold come to exclude each other',
    { ...pairOf, anyOf: [needs('a'), needs('b')] },
    { ...pairOf, oneOf: [needs('a'), needs('b')] },
    'uccu',
  ],
  ['an inclusive bound becomes exclusive', { ...number, minimum: 1 }, { ...number, exclusiveMinimum: 1 }, 'bccb'],
  ['an inclusive bound becomes a lower exclusive one', { ...number, minimum: 1 }, { ...number, exclusiveMinimum: 0 }, 'cbbc'],
  [
    'an exclusive bound of integers is written as an inclusive one',
    { ...integer, exclusiveMaximum: 5 },
    { ...integer, maximum: 4 },
    'cccc',
  ],
  ['a value becomes a list in a form', object({ a: string }), object({ a: list(string) }), 'cbbc', FORM],
  ['a value becomes a list of two in a form', object({ a: string }), object({ a: list(string, { minItems: 2 }) }), 'bbbb', FORM],
  ['a value becomes a list of something else in a form', object({ a: string }), object({ a: list(integer) }), 'bbbb', FORM],
  ['a value becomes a list in XML', object({ a: string }), object({ a: list(string) }), 'cbbc', XML],
  ['a value becomes a wrapped list in XML', object({ a: string }), object({ a: list(string, { xml: { wrapped: true } }) }), 'bbbb', XML],
  ['an element gets another name in XML', object({ a: { ...string, xml: { name: 'b' } } }), object({ a: string }), 'uuuu', XML],
  ['an element becomes an attribute in XML', object({ a: string }), object({ a: { ...string, xml: { attribute: true } } }), 'uuuu', XML],
  ['what only XML knows, in JSON', object({ a: string }), object({ a: { ...string, xml: { attribute: true } } }), 'cccc'],
  ['a closed object loses a property', object({ a: string }, closed), object({}, closed), 'bcuc'],
  ['an object closes and loses a property', object({ a: string }), object({}, closed), 'bcuc'],
  ['an object closes over its allOf', over({}), over({ unevaluatedProperties: false }), 'uccc'],
  [
    'an object that is closed over its allOf is written flat',
    over({ unevaluatedProperties: false }),
    object({ a: string, b: string }, closed),
    'cccc',
  ],
  ['a free object becomes a map', { type: 'object' }, { type: 'object', additionalProperties: string }, 'bccb'],
  ['what an object does not declare gets a schema', object({ a: string }), object({ a: string }, { additionalProperties: string }), 'uccu'],
  [
    'a map is written by a pattern',
    { type: 'object', patternProperties: { '.*': string } },
    { type: 'object', additionalProperties: string },
    'cccc',
  ],
  ['a number becomes a whole one', { ...number, format: 'float' }, { ...integer, format: 'int32' }, 'bccb'],
  ['steps become larger', { ...number, multipleOf: 0.01 }, { ...number, multipleOf: 0.1 }, 'bccb'],
  ['a text becomes base64', string, { ...string, contentEncoding: 'base64' }, 'bccb'],
  [
    'what a property needs beside it is written as a schema',
    object({ a: string, b: string }, { dependentRequired: { a: ['b'] } }),
    object({ a: string, b: string }, { dependentSchemas: { a: { required: ['b'] } } }),
    'cccc',
  ],
  [
    'what a required property needs is required',
    object({ a: string, b: string }, { required: ['a'], dependentRequired: { a: ['b'] } }),
    object({ a: string, b: string }, { required: ['a', 'b'] }),
    'cccc',
  ],
  [
    'an object is split by the values of a property',
    object({ k: { enum: ['x', 'y'] }, v: string }, { required: ['k', 'v'] }),
    { oneOf: [kind('x', string), kind('y', string)] },
    'cccc',
  ],
  [
    'an object is split by the values of a property, and changes with one',
    object({ k: { enum: ['x', 'y'] }, v: string }, { required: ['k', 'v'] }),
    { oneOf: [kind('x', string), kind('y', integer)] },
    'bbbb',
  ],
  [
    'lengths that a pattern has anyway',
    { ...string, pattern: '^[a-z]{3}$' },
    { ...string, pattern: '^[a-z]{3}$', minLength: 3, maxLength: 3 },
    'cccc',
  ],
  ['a length becomes a pattern', { ...string, minLength: 1 }, { ...string, pattern: '^[a-z]+$' }, 'bccu'],
  ['what nobody answers comes', object({ a: false }), object({ a: string }), 'cbcc'],
])('%s', (_what, base, revision, expected, mediaType = 'application/json') => {
  expect(verdicts(base, revision, mediaType)).toBe(expected);
  expect(verdicts(base, base, mediaType) + verdicts(revision, revision, mediaType)).toBe('cccccccc');
});
