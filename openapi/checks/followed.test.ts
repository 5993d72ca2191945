import { expect, test } from '@jest/globals';
import { diffDocuments, loadDocument } from '../index.ts';

const string = { type: 'string' };
const object = (required: readonly string[]) => ({ type: 'object', properties: { a: string }, required });
const openapi = (content: object, version = '3.2.0') =>
  loadDocument({ name: 'a.json', text: JSON.stringify({ openapi: version, info: { title: 'T', version: '1' }, ...content }) });
const post = (operation: object) => ({ paths: { '/a': { post: { responses: {}, ...operation } } } });
const to = (place: string) => ({ $ref: `#/${place}` });

/** Documents in which everything hangs on one reference; `required` makes the difference, in what is sent or answered. */
const DOCUMENTS: readonly (readonly [what: string, document: (schema: object) => object])[] = [
  ['paths', (schema) => ({ paths: to('x'), x: post({ requestBody: { content: { 'application/json': { schema } } } }).paths })],
  [
    'a path item',
    (schema) => ({
      paths: { '/a': to('x') },
      x: { post: { responses: {}, requestBody: { content: { 'application/json': { schema } } } } },
    }),
  ],
  [
    'an operation',
    (schema) => ({
      paths: { '/a': { post: to('x') } },
      x: { responses: {}, requestBody: { content: { 'application/json': { schema } } } },
    }),
  ],
  [
    'an operation of another method',
    (schema) => ({
      paths: { '/a': { additionalOperations: { COPY: to('x') } } },
      x: { responses: {}, requestBody: { content: { 'application/json': { schema } } } },
    }),
  ],
  ['a request body', (schema) => ({ ...post({ requestBody: to('x') }), x: { content: { 'application/json': { schema } } } })],
  ['content', (schema) => ({ ...post({ requestBody: { content: to('x') } }), x: { 'application/json': { schema } } })],
  ['a media type', (schema) => ({ ...post({ requestBody: { content: { 'application/json': to('x') } } }), x: { schema } })],
  [
    'the media type of a parameter',
    (schema) => ({ ...post({ parameters: [{ name: 'q', in: 'query', content: { 'application/json': to('x') } }] }), x: { schema } }),
  ],
  [
    'callbacks of which the receiver answers',
    (schema) => ({
      ...post({ callbacks: to('x') }),
      x: { c: { '{$url}': { post: { responses: { 200: { content: { 'application/json': { schema } } } } } } } },
    }),
  ],
  [
    'a callback of which the receiver answers',
    (schema) => ({
      ...post({ callbacks: { c: to('x') } }),
      x: { '{$url}': { post: { responses: { 200: { content: { 'application/json': { schema } } } } } } },
    }),
  ],
  [
    'webhooks of which the receiver answers',
    (schema) => ({ webhooks: to('x'), x: { w: { post: { responses: { 200: { content: { 'application/json': { schema } } } } } } } }),
  ],
];

test.each(DOCUMENTS)('a reference in place of %s is followed', (_what, document) => {
  const [base, revision] = [openapi(document(object([]))), openapi(document(object(['a'])))];
  expect(diffDocuments(base, revision).verdict).toBe('breaking');
  expect(diffDocuments(base, openapi(document(object([])))).changes).toEqual([]);
});

test.each<[what: string, document: (schema: object) => object]>([
  ['responses', (schema) => ({ ...post({ responses: to('x') }), x: { 200: { content: { 'application/json': { schema } } } } })],
  ['a response', (schema) => ({ ...post({ responses: { 200: to('x') } }), x: { content: { 'application/json': { schema } } } })],
  [
    'headers',
    (schema) => ({ ...post({ responses: { 200: { headers: to('x') } } }), x: { X: { content: { 'application/json': { schema } } } } }),
  ],
  [
    'a header',
    (schema) => ({ ...post({ responses: { 200: { headers: { X: to('x') } } } }), x: { content: { 'application/json': { schema } } } }),
  ],
  [
    'the media type of a header',
    (schema) => ({ ...post({ responses: { 200: { headers: { X: { content: { 'application/json': to('x') } } } } } }), x: { schema } }),
  ],
])('a reference in place of %s is followed', (_what, document) => {
  expect(diffDocuments(openapi(document(object(['a']))), openapi(document(object([])))).verdict).toBe('breaking');
});

test('what is found in a component is told at the component', () => {
  const document = (required: boolean) =>
    openapi({
      ...post({
        parameters: [to('components/parameters/Q')],
        requestBody: to('components/requestBodies/B'),
        responses: { 200: to('components/responses/R') },
      }),
      components: {
        parameters: { Q: { name: 'q', in: 'query', required, schema: string } },
        requestBodies: { B: { required, content: {} } },
        responses: { R: { headers: { X: to('components/headers/X') }, links: { next: to('components/links/L') } } },
        headers: { X: { required, schema: string } },
        links: { L: { operationId: required ? 'a' : 'b' } },
      },
    });
  const { changes } = diffDocuments(document(true), document(false));
  expect(changes.map(({ base }) => base?.split('/').slice(1, 4).join('/')).sort()).toEqual([
    'components/headers/X',
    'components/links/L',
    'components/parameters/Q',
    'components/requestBodies/B',
  ]);
});
