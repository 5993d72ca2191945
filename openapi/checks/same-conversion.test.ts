import { expect, test } from '@jest/globals';
import { diffDocuments, loadDocument } from '../index.ts';

const string = { type: 'string' };
const list = { type: 'array', items: string };
const object = (properties: object, required: string[] = []) => ({ type: 'object', properties, required });
const json = (schema: object, name = 'application/json') => ({ content: { [name]: { schema } } });
const form = (schema: object, more: object = {}) => ({
  requestBody: { content: { 'application/x-www-form-urlencoded': { schema, ...more } } },
});
const field = (more: object) => ({ name: 'f', in: 'formData', ...more });

interface Stated {
  readonly operation?: object;
  readonly item?: object;
  readonly document?: object;
}

function loaded(version: object, { operation = {}, item = {}, document = {} }: Stated) {
  const paths = { '/things': { ...item, post: { responses: { 200: { description: '' } }, ...operation } } };
  return loadDocument({ name: 'a.json', text: JSON.stringify({ ...version, info: { title: 'T', version: '1' }, paths, ...document }) });
}

const swagger = (stated: Stated) => loaded({ swagger: '2.0' }, stated);
const three = (stated: Stated) => loaded({ openapi: '3.0.3' }, stated);

test.each<[what: string, swagger: Stated, three: Stated]>([
  ['fields of a form', { operation: { parameters: [field(string)] } }, { operation: form(object({ f: string })) }],
  [
    'a field that the operation says again',
    { item: { parameters: [field({ ...string, required: true })] }, operation: { parameters: [field(string)] } },
    { operation: form(object({ f: string })) },
  ],
  [
    'a list in a form',
    { operation: { parameters: [field(list)] } },
    { operation: form(object({ f: list }), { encoding: { f: { explode: false } } }) },
  ],
  [
    'a list that repeats its name in a form',
    { operation: { parameters: [field({ ...list, collectionFormat: 'multi' })] } },
    { operation: form(object({ f: list })) },
  ],
  [
    'a file in an answer',
    { operation: { produces: ['application/pdf'], responses: { 200: { schema: { type: 'file' } } } } },
    { operation: { responses: { 200: json({ type: 'string', format: 'binary' }, 'application/pdf') } } },
  ],
  [
    'pipes in a query',
    { operation: { parameters: [{ name: 'q', in: 'query', ...list, collectionFormat: 'pipes' }] } },
    { operation: { parameters: [{ name: 'q', in: 'query', schema: list, style: 'pipeDelimited' }] } },
  ],
  [
    'a list in a header',
    { operation: { parameters: [{ name: 'H', in: 'header', ...list }] } },
    { operation: { parameters: [{ name: 'H', in: 'header', schema: list }] } },
  ],
  ['a path without a host', { document: { basePath: '/v1' } }, { document: { servers: [{ url: '/v1' }] } }],
  ['no host and no path', { document: { basePath: '/' } }, { document: {} }],
  [
    'no media types, and all',
    { operation: { responses: { 200: { schema: object({ a: string }) } } } },
    { operation: { responses: { 200: json(object({ a: string }), '*/*') } } },
  ],
  ['what the media types of all bodies are', { document: { consumes: ['a/b'], produces: ['a/b'] } }, {}],
])('in Swagger 2.0 and in OpenAPI 3: %s', (_what, before, after) => {
  expect(diffDocuments(swagger(before), three(after)).changes).toEqual([]);
  expect(diffDocuments(three(after), swagger(before)).changes).toEqual([]);
});

const query = (inner: string) => ({ name: 'q', in: 'query', type: 'array', items: { ...list, collectionFormat: inner } });
const header = (collectionFormat: string) => ({ responses: { 200: { headers: { X: { ...list, collectionFormat } } } } });

test.each<[what: string, base: Stated, revision: Stated, verdict: string]>([
  [
    'inner lists are written otherwise',
    { operation: { parameters: [query('csv')] } },
    { operation: { parameters: [query('pipes')] } },
    'breaking',
  ],
  ['a list in a header is written otherwise', { operation: header('csv') }, { operation: header('pipes') }, 'breaking'],
  ['another path without a host', { document: { basePath: '/v1' } }, { document: { basePath: '/v2' } }, 'unknown'],
  [
    'a field that the operation says again is needed',
    { item: { parameters: [field(string)] }, operation: { parameters: [field(string)] } },
    { item: { parameters: [field(string)] }, operation: { parameters: [field({ ...string, required: true })] } },
    'breaking',
  ],
])('Swagger 2.0: %s', (_what, base, revision, verdict) => {
  expect(diffDocuments(swagger(base), swagger(revision)).verdict).toBe(verdict);
});
