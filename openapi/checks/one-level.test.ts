import { describe, expect, test } from '@jest/globals';
import { type Change, diffDocuments } from '../index.ts';
import { documentOf } from '../test/places.ts';

const string = { type: 'string' };
const integer = { type: 'integer' };
const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });

/** Where a schema may stand; the change of it is the same. */
const SURROUNDINGS: readonly (readonly [where: string, (schema: object) => object])[] = [
  ['plain', (schema) => object({ p: schema })],
  ['in a member of allOf', (schema) => ({ allOf: [object({ other: string }), object({ p: schema })] })],
  ['as a member of allOf', (schema) => object({ p: { allOf: [schema] } })],
  ['in an alternative', (schema) => ({ oneOf: [object({ p: schema, kind: { const: 'a' } }, { required: ['kind'] }), string] })],
  ['as an alternative', (schema) => object({ p: { anyOf: [schema, { type: 'boolean' }] } })],
  ['in items', (schema) => ({ type: 'array', items: object({ p: schema }) })],
  ['as items', (schema) => object({ p: { type: 'array', items: schema } })],
  ['in a map', (schema) => ({ type: 'object', additionalProperties: object({ p: schema }) })],
  ['beside null', (schema) => object({ p: { oneOf: [schema, { type: 'null' }] } })],
  ['deep', (schema) => object({ a: object({ b: object({ c: schema }) }) })],
];

const named = (...values: string[]) => ({ oneOf: values.map((value) => ({ const: value, title: value.toUpperCase() })) });

type Expected = readonly [request: Change['level'], response: Change['level']];

const CHANGES: readonly (readonly [suffix: string, base: object, revision: object, levels: Expected])[] = [
  ['enum-value-added', { ...string, enum: ['a'] }, { ...string, enum: ['a', 'b'] }, ['info', 'warning']],
  ['enum-value-removed', { ...string, enum: ['a', 'b'] }, { ...string, enum: ['a'] }, ['error', 'info']],
  ['enum-value-added', named('a', 'b'), named('a', 'b', 'c'), ['info', 'warning']],
  ['enum-value-removed', named('a', 'b', 'c'), named('a', 'b'), ['error', 'info']],
  ['enum-value-added', { ...string, const: 'a' }, { ...string, enum: ['a', 'b'] }, ['info', 'warning']],
  ['became-enum', string, { ...string, enum: ['a'] }, ['error', 'info']],
  ['became-enum', string, named('a', 'b'), ['error', 'info']],
  ['max-length-decreased', { ...string, maxLength: 9 }, { ...string, maxLength: 5 }, ['error', 'info']],
  ['max-length-set', string, { ...string, maxLength: 5 }, ['warning', 'info']],
  ['min-increased', { ...integer, minimum: 1 }, { ...integer, minimum: 2 }, ['error', 'info']],
  ['pattern-added', string, { ...string, pattern: '^a' }, ['error', 'info']],
  ['type-changed', string, integer, ['error', 'error']],
  ['default-value-changed', { ...string, default: 'a' }, { ...string, default: 'b' }, ['info', 'info']],
  ['property-became-required', object({ x: string }), object({ x: string }, { required: ['x'] }), ['error', 'info']],
  ['property-removed', object({ x: string, y: string }), object({ y: string }), ['warning', 'warning']],
  ['additional-properties-forbidden', object({ x: string }), object({ x: string }, { additionalProperties: false }), ['warning', 'info']],
];

const content = (schema: object) => ({ content: { 'application/json': { schema } } });
const asked = (schema: object) => documentOf({ requestBody: content(schema) });
const answered = (schema: object) => documentOf({ responses: { 200: content(schema) } });

describe.each(CHANGES)('%s from %j to %j', (suffix, base, revision, [request, response]) => {
  test.each(SURROUNDINGS)('has one level: %s', (_where, put) => {
    const told = (place: typeof asked) =>
      diffDocuments(place(put(base)), place(put(revision)))
        .changes.filter((change) => change.id !== 'api-version-not-bumped')
        .map(({ id, level }) => [id.endsWith(suffix) ? suffix : id, level]);
    expect(told(asked)).toEqual([[suffix, request]]);
    expect(told(answered)).toEqual([[suffix, response]]);
  });
});
