import { schemaFixtures } from '../fixtures/schemas.ts';
import { diffDocuments, loadDocument } from '../index.ts';
import { judgeOf } from './judge.ts';
import { documentOf, PLACED } from './places.ts';

const withBody = (schema: unknown) => documentOf({ requestBody: { content: { 'application/json': { schema } } } });
const withAnswer = (schema: unknown) => documentOf({ responses: { 200: { content: { 'application/json': { schema } } } } });
const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
const string = { type: 'string' };

/** Counter-examples are values of the whole body: holding the property in which the schema stands. */
const whole = (place: string, schema: unknown) => (place.endsWith('property') ? object({ p: schema }) : schema);

test.each(PLACED.slice(0, 4))('the independent judge agrees with every counter-example: $place', ({ place, document }) => {
  let examples = 0;
  for (const { base, revision } of Object.values(schemaFixtures)) {
    const shown = diffDocuments(document(base), document(revision)).changes.flatMap(({ counterExample }) =>
      counterExample ? [counterExample.value] : [],
    );
    const [narrow, wide] = place.startsWith('request') ? [base, revision] : [revision, base];
    for (const value of shown) {
      examples++;
      expect([judgeOf(whole(place, narrow))(value) ?? true, judgeOf(whole(place, wide))(value) ?? false, value]).toEqual([
        true,
        false,
        value,
      ]);
    }
  }
  expect(examples).toBeGreaterThan(30);
});

test.each<[what: string, base: unknown, revision: unknown, request: string, response: string]>([
  ['a new optional property', object({}), object({ a: string }), 'compatible', 'compatible'],
  ['a property that is gone', object({ a: string }), object({}), 'unknown', 'unknown'],
  ['a required property that is gone', object({ a: string }, { required: ['a'] }), object({}), 'unknown', 'breaking'],
  ['a property that became required', object({ a: string }), object({ a: string }, { required: ['a'] }), 'breaking', 'compatible'],
  ['a value more', { enum: ['a'] }, { enum: ['a', 'b'] }, 'compatible', 'unknown'],
  ['a value less', { enum: ['a', 'b'] }, { enum: ['a'] }, 'breaking', 'compatible'],
  [
    'a readOnly property that became required',
    object({ a: { type: 'string', readOnly: true } }),
    object({ a: { type: 'string', readOnly: true } }, { required: ['a'] }),
    'compatible',
    'compatible',
  ],
  [
    'a writeOnly property of another type',
    object({ a: { type: 'string', writeOnly: true } }),
    object({ a: { type: 'integer', writeOnly: true } }),
    'breaking',
    'compatible',
  ],
  ['a maximum of strings', { type: 'string', maximum: 5 }, { type: 'string', maximum: 3 }, 'compatible', 'compatible'],
  [
    'the same in other words',
    { allOf: [object({ a: string }), { required: ['a'] }] },
    object({ a: string }, { required: ['a'] }),
    'compatible',
    'compatible',
  ],
  ['null in another style', { type: 'string', nullable: true }, { type: ['string', 'null'] }, 'compatible', 'compatible'],
  [
    'exclusive bounds in another style',
    { type: 'number', minimum: 1, exclusiveMinimum: true },
    { type: 'number', exclusiveMinimum: 1 },
    'compatible',
    'compatible',
  ],
  [
    'an alternative of the same properties but one',
    { oneOf: [object({ a: string, b: string }, { required: ['a', 'b'] }), object({ c: string })] },
    { oneOf: [object({ a: string }, { required: ['a'] }), object({ c: string })] },
    'unknown',
    'breaking',
  ],
])('%s, in a request and in a response', (_, base, revision, request, response) => {
  expect(diffDocuments(withBody(base), withBody(revision)).verdict).toBe(request);
  expect(diffDocuments(withAnswer(base), withAnswer(revision)).verdict).toBe(response);
});

test('Swagger 2.0 and OpenAPI 3 say the same', () => {
  const swagger = {
    swagger: '2.0',
    consumes: ['application/json'],
    produces: ['application/json'],
    paths: {
      '/things/{id}': {
        put: {
          parameters: [
            { name: 'id', in: 'path', required: true, type: 'string' },
            { name: 'body', in: 'body', schema: object({ a: string }) },
          ],
          responses: { 200: { schema: string, headers: { 'X-Rate': { type: 'integer' } } } },
        },
      },
    },
  };
  const three = {
    openapi: '3.0.0',
    paths: {
      '/things/{thing}': {
        put: {
          parameters: [{ name: 'thing', in: 'path', required: true, schema: string }],
          requestBody: { content: { 'application/json': { schema: object({ a: string }) } } },
          responses: {
            200: { content: { 'application/json': { schema: string } }, headers: { 'X-Rate': { schema: { type: 'integer' } } } },
          },
        },
      },
    },
  };
  const [base, revision] = [swagger, three].map((document) => loadDocument({ name: 'a.json', text: JSON.stringify(document) }));
  expect(diffDocuments(base!, revision!).changes).toEqual([]);
});

test('the fields of a form are a body', () => {
  const form = (type: string) =>
    loadDocument({
      name: 'a.json',
      text: JSON.stringify({
        swagger: '2.0',
        paths: { '/a': { post: { parameters: [{ name: 'f', in: 'formData', type }], responses: {} } } },
      }),
    });
  expect(diffDocuments(form('string'), form('integer')).changes).toMatchObject([
    { id: 'request-property-type-changed', base: '/paths/~1a/post/parameters/0/type' },
  ]);
});

test('what the service calls is read the other way round', () => {
  const calling = (schema: object) =>
    documentOf({}, { webhooks: { made: { post: { requestBody: { content: { 'application/json': { schema } } }, responses: {} } } } });
  expect(diffDocuments(calling(object({ a: string })), calling(object({ a: string }, { required: ['a'] }))).verdict).toBe('compatible');
  expect(diffDocuments(calling(object({ a: string }, { required: ['a'] })), calling(object({ a: string }))).changes).toMatchObject([
    { id: 'response-property-became-optional', direction: 'response' },
    { id: 'api-version-not-bumped' },
  ]);
});

test('drafts may change, and a status that its range covers is still there', () => {
  const draft = (responses: object) => documentOf({ responses, 'x-stability-level': 'alpha' });
  expect(diffDocuments(draft({ 200: {} }), draft({})).verdict).toBe('compatible');
  expect(diffDocuments(documentOf({ responses: { 200: {} } }), documentOf({ responses: { '2XX': {} } })).verdict).toBe('compatible');
});

test('a fingerprint stays when names of path parameters and other operations change', () => {
  const at = (path: string, operation: object) => ({ paths: { [path]: { post: { responses: {}, ...operation } } } });
  const of = (path: string) =>
    diffDocuments(documentOf({}, at(path, { operationId: 'a' })), documentOf({}, at(path, {}))).changes[0]?.fingerprint;
  expect(of('/a/{b}')).toBe(of('/a/{c}'));
  expect(of('/a/{b}')).not.toBe(of('/b/{b}'));
});

test('what only the whole can tell is told in a recursive schema too', () => {
  const tree = (others: object) =>
    documentOf(
      { requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Tree' } } } } },
      {
        components: {
          schemas: { Tree: { type: 'object', properties: { child: { $ref: '#/components/schemas/Tree' } }, additionalProperties: others } },
        },
      },
    );
  const [base, revision] = [tree({ anyOf: [{ type: 'string' }, { type: 'object' }] }), tree({ type: 'string' })];
  expect(diffDocuments(base, revision).verdict).toBe('breaking');
});
