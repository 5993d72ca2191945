import { expect, test } from '@jest/globals';
import { diffDocuments } from '../index.ts';
import { documentOf } from '../test/places.ts';

const string = { type: 'string' };
const integer = { type: 'integer' };
const number = { type: 'number' };
const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
const list = (items: object, more: object = {}) => ({ type: 'array', items, ...more });

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

const JSON = 'application/json';
const FORM = 'application/x-www-form-urlencoded';
const XML = 'application/xml';

test.each<[what: string, base: unknown, revision: unknown, verdicts: string, mediaType?: string]>([
  ['an inclusive bound becomes exclusive', { ...number, minimum: 1 }, { ...number, exclusiveMinimum: 1 }, 'bccb'],
  ['an inclusive bound becomes a lower exclusive one', { ...number, minimum: 1 }, { ...number, exclusiveMinimum: 0 }, 'cbbc'],
  ['an exclusive bound of integers is written as an inclusive one', { ...integer, exclusiveMaximum: 5 }, { ...integer, maximum: 4 }, 'cccc'],
  ['a value becomes a list in a form', object({ a: string }), object({ a: list(string) }), 'cbbc', FORM],
  ['a value becomes a list of two in a form', object({ a: string }), object({ a: list(string, { minItems: 2 }) }), 'bbbb', FORM],
  ['a value becomes a list of something else in a form', object({ a: string }), object({ a: list(integer) }), 'bbbb', FORM],
  ['a value becomes a list in XML', object({ a: string }), object({ a: list(string) }), 'cbbc', XML],
  ['a value becomes a wrapped list in XML', object({ a: string }), object({ a: list(string, { xml: { wrapped: true } }) }), 'bbbb', XML],
  ['an element gets another name in XML', object({ a: { ...string, xml: { name: 'b' } } }), object({ a: string }), 'uuuu', XML],
  ['an element becomes an attribute in XML', object({ a: string }), object({ a: { ...string, xml: { attribute: true } } }), 'uuuu', XML],
  ['what only XML knows, in JSON', object({ a: string }), object({ a: { ...string, xml: { attribute: true } } }), 'cccc'],
])('%s', (_what, base, revision, expected, mediaType = JSON) => {
  expect(verdicts(base, revision, mediaType)).toBe(expected);
  expect(verdicts(base, base, mediaType) + verdicts(revision, revision, mediaType)).toBe('cccccccc');
});
