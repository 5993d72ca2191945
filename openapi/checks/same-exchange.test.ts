import { expect, test } from '@jest/globals';
import { diffDocuments } from '../index.ts';
import { documentOf } from '../test/places.ts';

const string = { type: 'string' };
const object = (properties: object, required: string[] = []) => ({ type: 'object', properties, required });
const query = (schema: object, more: object = {}) => ({ parameters: [{ name: 't', in: 'query', schema, ...more }] });
const header = (schema: object, more: object = {}) => ({ parameters: [{ name: 'T', in: 'header', schema, ...more }] });
const list = (items: object, more: object = {}) => ({ type: 'array', items, ...more });
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const answers = (responses: object) => ({ responses });
const A = json(object({ a: string }, ['a']));
const B = json(object({ a: { type: 'integer' } }, ['a']));
const multipart = (encoding?: object) => ({
  requestBody: {
    content: {
      'multipart/form-data': {
        schema: object({ f: { type: 'string', format: 'binary' }, o: object({}) }),
        ...(encoding ? { encoding } : {}),
      },
    },
  },
});
const content = (name: string, media: object) => ({ content: { [name]: media } });
const sent = (name: string, media: object = { schema: string }) => ({ requestBody: content(name, media) });
const answered = (name: string, media: object = { schema: string }) => answers({ 200: content(name, media) });
const bytes = { type: 'string', format: 'binary' };
const inHeader = (schema: object, more: object = {}) => answers({ 200: { headers: { X: { schema, ...more } } } });

type Verdict = 'compatible' | 'unknown' | 'breaking';
type Row = readonly [what: string, base: object, revision: object, there: Verdict, back: Verdict];

/** Each with its way back. */
const ROWS: readonly Row[] = [
  ['one value becomes a list that is written by repeating its name', query(string), query(list(string)), 'compatible', 'breaking'],
  ['one text becomes a list with commas', query(string), query(list(string), { explode: false }), 'breaking', 'breaking'],
  ['one number becomes a list with commas', header({ type: 'integer' }), header(list({ type: 'integer' })), 'compatible', 'breaking'],
  ['one value becomes a list of two at least', query(string), query(list(string, { minItems: 2 })), 'breaking', 'breaking'],
  ['one value becomes a list of others', query(string), query(list({ type: 'integer' })), 'breaking', 'breaking'],
  [
    'numbers and the same as text',
    query({ type: 'integer', enum: [1, 2] }),
    query({ ...string, enum: ['1', '2'] }),
    'compatible',
    'compatible',
  ],
  ['numbers and other text', query({ type: 'integer', enum: [1, 2] }), query({ ...string, enum: ['1', '02'] }), 'breaking', 'breaking'],
  [
    'numbers and the same as text in JSON',
    { requestBody: json({ type: 'integer', enum: [1] }) },
    { requestBody: json({ ...string, enum: ['1'] }) },
    'breaking',
    'breaking',
  ],
  [
    'a list that repeats its name, in another style',
    query(list(string)),
    query(list(string), { style: 'pipeDelimited', explode: true }),
    'compatible',
    'compatible',
  ],
  ['commas in a header, exploded or not', header(list(string)), header(list(string), { explode: true }), 'compatible', 'compatible'],
  ['text and JSON of a text', query(string), { parameters: [{ name: 't', in: 'query', ...json(string) }] }, 'breaking', 'breaking'],
  [
    'a number and JSON of a number',
    query({ type: 'integer' }),
    { parameters: [{ name: 't', in: 'query', ...json({ type: 'integer' }) }] },
    'compatible',
    'compatible',
  ],

  [
    'another name of the whole query string',
    { parameters: [{ name: 'a', in: 'querystring', required: true, ...json({}) }] },
    { parameters: [{ name: 'b', in: 'querystring', required: true, ...json({}) }] },
    'compatible',
    'compatible',
  ],

  ['JSON and that it is UTF-8', sent('application/json'), sent('application/json; charset=UTF-8'), 'compatible', 'compatible'],
  ['text and that it is UTF-8', sent('text/plain'), sent('text/plain; charset=utf-8'), 'breaking', 'compatible'],
  ['an answer in JSON and that it is UTF-8', answered('a/b+json'), answered('a/b+json; charset=utf-8'), 'compatible', 'compatible'],
  ['no schema and one that takes anything', sent('text/plain', {}), sent('text/plain', { schema: {} }), 'compatible', 'compatible'],
  ['no schema and one that takes nothing', sent('text/plain', {}), sent('text/plain', { schema: false }), 'breaking', 'compatible'],
  ['no schema and bytes', answered('image/png', {}), answered('image/png', { schema: bytes }), 'compatible', 'compatible'],
  [
    'no schema and bytes as JSON',
    answered('application/json', {}),
    answered('application/json', { schema: bytes }),
    'compatible',
    'unknown',
  ],

  [
    'a header that OpenAPI has ignored',
    answers({ 200: { headers: { 'content-type': { required: true, schema: string } } } }),
    answers({ 200: {} }),
    'compatible',
    'compatible',
  ],
  ['the members of a header', inHeader(object({ a: string })), inHeader(object({ a: string }), { explode: true }), 'breaking', 'breaking'],
  ['a list in a header', inHeader(list(string)), inHeader(list(string), { explode: true }), 'compatible', 'compatible'],
  [
    'text and JSON in a header',
    inHeader(object({ a: string })),
    answers({ 200: { headers: { X: json(object({ a: string })) } } }),
    'breaking',
    'breaking',
  ],

  ['a redirection becomes an answer', answers({ 302: {} }), answers({ 200: {} }), 'breaking', 'breaking'],
  ['a redirection becomes another', answers({ 302: {} }), answers({ 307: {} }), 'unknown', 'unknown'],
  ['a redirection beside answers goes', answers({ 200: {}, 304: {} }), answers({ 200: {} }), 'compatible', 'compatible'],
  ['a status falls to default with the same body', answers({ 200: A }), answers({ default: A }), 'unknown', 'compatible'],
  ['a status falls to default with another body', answers({ 200: A }), answers({ default: B }), 'breaking', 'breaking'],
  [
    'a status is removed where default is about failures',
    answers({ 200: A, 201: A, default: B }),
    answers({ 201: A, default: B }),
    'breaking',
    'compatible',
  ],
  ['a status becomes its range', answers({ 200: A }), answers({ '2XX': A }), 'compatible', 'compatible'],
  ['a status becomes its range with another body', answers({ 200: A }), answers({ '2xx': B }), 'breaking', 'breaking'],
  ['a range loses its single status', answers({ 200: A, '2XX': A }), answers({ '2XX': A }), 'compatible', 'compatible'],
  ['a range is left out beside a single status', answers({ 200: A, '2XX': A }), answers({ 200: A }), 'compatible', 'compatible'],
  [
    'a failure is named beside default, without a body',
    answers({ 200: A, default: B }),
    answers({ 200: A, 404: {}, default: B }),
    'compatible',
    'compatible',
  ],
  [
    'a failure is named beside default, with another body',
    answers({ 200: A, default: B }),
    answers({ 200: A, 404: A, default: B }),
    'breaking',
    'breaking',
  ],
  ['default is about failures and goes', answers({ 200: A, default: B }), answers({ 200: A }), 'compatible', 'compatible'],
  ['default is all there is and goes', answers({ default: B }), answers({}), 'unknown', 'compatible'],

  [
    'the media type of a part that the specification has anyway',
    multipart(),
    multipart({ o: { contentType: 'application/json' } }),
    'compatible',
    'compatible',
  ],
  ['the media type of a part is stated', multipart(), multipart({ f: { contentType: 'image/png' } }), 'unknown', 'unknown'],
  [
    'a part takes one more',
    multipart({ f: { contentType: 'image/png' } }),
    multipart({ f: { contentType: 'image/png, image/jpeg' } }),
    'compatible',
    'breaking',
  ],
  [
    'a part takes all images',
    multipart({ f: { contentType: 'image/png' } }),
    multipart({ f: { contentType: 'image/*' } }),
    'compatible',
    'breaking',
  ],
  [
    'encoding of what is no form',
    { requestBody: A },
    { requestBody: { content: { 'application/json': { ...A.content['application/json'], encoding: { a: { contentType: 'x/y' } } } } } },
    'compatible',
    'compatible',
  ],
];

const verdict = (base: object, revision: object) => diffDocuments(documentOf(base), documentOf(revision)).verdict;

test.each(ROWS)('%s', (_what, base, revision, there, back) => {
  expect([verdict(base, revision), verdict(revision, base)]).toEqual([there, back]);
});

test('one value becomes a list: told as that', () => {
  const { changes } = diffDocuments(documentOf(query(string)), documentOf(query(list(string))));
  expect(changes).toMatchObject([{ id: 'request-parameter-type-generalized', level: 'info' }]);
});

test.each([
  ['a link to an operation that got another name', 'a', 'b', '/things', '/things', []],
  ['a link to another operation', 'a', 'a', '/things', '/others', ['response-link-changed']],
] as const)('%s', (_what, before, after, from, to, told) => {
  const linking = (operationId: string, path: string) =>
    documentOf(
      {},
      {
        paths: {
          '/start': { get: { responses: { 200: { links: { next: { operationId } } } } } },
          '/things': { get: { responses: {}, ...(path === '/things' ? { operationId } : {}) } },
          '/others': { get: { responses: {}, ...(path === '/others' ? { operationId } : {}) } },
        },
      },
    );
  const { changes } = diffDocuments(linking(before, from), linking(after, to));
  expect(changes.map(({ id }) => id).filter((id) => id.startsWith('response-link'))).toEqual(told);
});

test('a list has commas in Swagger 2.0, and repeats its name in OpenAPI 3, where neither says how', () => {
  const parameter = { name: 't', in: 'query' };
  const swagger = { swagger: '2.0', openapi: undefined };
  const base = documentOf({ parameters: [{ ...parameter, ...list(string) }] }, swagger);
  expect(diffDocuments(base, documentOf(query(list(string)))).verdict).toBe('breaking');
  expect(diffDocuments(base, documentOf(query(list(string), { explode: false }))).verdict).toBe('compatible');
});

test.each([
  ['other names of callbacks', { a: { '{$url}': {} } }, { b: { '{$url}': {} } }, 'compatible'],
  ['names that change places', { a: { '{$x}': {} }, b: { '{$y}': {} } }, { b: { '{$x}': {} }, a: { '{$y}': {} } }, 'compatible'],
  ['another expression', { a: { '{$x}': {} } }, { a: { '{$y}': {} } }, 'breaking'],
  ['one of two that are called at one address', { a: { '{$x}': {} }, b: { '{$x}': {} } }, { c: { '{$x}': {} } }, 'breaking'],
] as const)('callbacks: %s', (_what, base, revision, expected) => {
  expect(verdict({ callbacks: base }, { callbacks: revision })).toBe(expected);
});
