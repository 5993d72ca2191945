import { expect, test } from '@jest/globals';
import { diffDocuments, loadDocument } from '../index.ts';

const text = { type: 'string' };
const members = { type: 'object', properties: { a: text } };
const header = { required: true, deprecated: true, style: 'simple', explode: true, schema: members };
const exchange = {
  operationId: 'a',
  tags: ['t'],
  deprecated: true,
  parameters: [
    {
      name: 'q',
      in: 'query',
      required: true,
      deprecated: true,
      allowEmptyValue: true,
      allowReserved: true,
      style: 'form',
      explode: false,
      schema: { type: 'array', items: text },
    },
    { name: 'c', in: 'cookie', required: true, content: { 'text/csv': { schema: text } } },
  ],
  requestBody: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: { type: 'object', properties: { a: { type: 'array', items: text }, b: text } },
        encoding: {
          a: { style: 'spaceDelimited', explode: false, allowReserved: true },
          b: { contentType: 'text/csv', headers: { X: header }, encoding: { c: { contentType: 'a/b' } } },
        },
      },
      'multipart/mixed': {
        schema: { type: 'array', prefixItems: [{ type: 'integer' }], items: text },
        prefixEncoding: [{ contentType: 'text/csv' }],
        itemEncoding: { contentType: 'text/csv' },
      },
      'application/jsonl': { itemSchema: text },
    },
  },
  responses: {
    200: {
      headers: { X: header },
      content: { 'application/json': { schema: text } },
      links: {
        next: { operationRef: '#/paths/~1a/post', parameters: { q: 'a' }, requestBody: 'b', server: { url: 'https://a.example.org' } },
      },
    },
    '3XX': {},
    404: {},
    default: { content: { 'application/json': { schema: text } } },
  },
  security: [{ o: ['read'] }, { k: [] }],
  servers: [{ url: 'https://{a}.example.org', variables: { a: { default: 'a', enum: ['a', 'b'] } } }],
};

const whole = {
  openapi: '3.2.0',
  $self: 'https://example.org/a.json',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: { title: 'T', version: '1' },
  paths: {
    '/a': {
      parameters: [{ name: 'h', in: 'header', schema: text }],
      servers: [{ url: '/a' }],
      post: exchange,
      additionalOperations: { COPY: { responses: {} } },
    },
    '/b': { get: { callbacks: { c: { '{$url}': { post: exchange } } }, responses: {} } },
  },
  webhooks: { w: { post: exchange } },
  components: {
    securitySchemes: {
      k: { type: 'apiKey', in: 'header', name: 'X', deprecated: true },
      b: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      i: { type: 'openIdConnect', openIdConnectUrl: 'https://a.example.org' },
      o: {
        type: 'oauth2',
        oauth2MetadataUrl: 'https://a.example.org',
        flows: {
          authorizationCode: {
            authorizationUrl: 'https://a.example.org',
            tokenUrl: 'https://a.example.org',
            refreshUrl: 'https://a.example.org',
            scopes: { read: 'Read' },
          },
        },
      },
    },
  },
  security: [{ k: [] }],
  servers: [{ url: 'https://{a}.example.org', name: 'main', variables: { a: { default: 'a', enum: ['a', 'b'] } } }],
};

/** The same in Swagger 2.0. */
const swagger = {
  swagger: '2.0',
  info: { title: 'T', version: '1' },
  host: 'example.org',
  basePath: '/api',
  schemes: ['http'],
  consumes: ['multipart/form-data'],
  produces: ['text/csv'],
  paths: {
    '/a': {
      post: {
        schemes: ['https'],
        consumes: ['application/x-www-form-urlencoded'],
        parameters: [
          {
            name: 'q',
            in: 'query',
            required: true,
            allowEmptyValue: true,
            type: 'array',
            items: { type: 'integer' },
            collectionFormat: 'pipes',
          },
          { name: 'f', in: 'formData', required: true, type: 'array', items: { type: 'integer' }, collectionFormat: 'multi' },
        ],
        responses: { 200: { headers: { X: { type: 'integer' } }, schema: { type: 'integer' } } },
        security: [{ o: ['read'] }],
      },
      put: {
        consumes: ['a/b'],
        produces: ['a/b'],
        parameters: [{ name: 'b', in: 'body', required: true, schema: { type: 'integer' } }],
        responses: { 200: { schema: text } },
      },
      get: { responses: { 200: { schema: text } } },
    },
  },
  securityDefinitions: {
    k: { type: 'apiKey', in: 'header', name: 'X' },
    o: {
      type: 'oauth2',
      flow: 'accessCode',
      authorizationUrl: 'https://a.example.org',
      tokenUrl: 'https://a.example.org',
      scopes: { read: 'Read' },
    },
  },
  security: [{ k: [] }],
};

/** What may go without a word, each with the reason. */
const SILENT: readonly (readonly [where: RegExp, why: string])[] = [
  [/^\/info(\/title|\/version)?$|^\/servers\/0\/name$/, 'for people, or the version, which is compared where something breaks'],
  [/\/content\/text~1csv\/schema$|\/items$/, 'in the text of a query or cookie a schema that takes any string takes all that there is'],
  [/^\/(openapi|swagger)$/, 'without it there is no document'],
  [/(\/parameters\/0|\/headers\/X)\/style$|\/encoding\/a\/explode$/, 'it is the default'],
  [/^\/consumes/, 'no operation inherits it'],
  [/post\/consumes\/0$/, 'an empty list leaves what forms are sent in anyway'],
  [/(b\/get|COPY)\/responses$/, 'none were described'],
  [/\/parameters\/\d\/(name|in)$/, 'a parameter without a name or place is none, and told as removed'],
];

function* places(value: unknown, pointer = ''): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    yield at;
    yield* places(child, at);
  }
}

function without(from: object, pointer: string): object {
  const copy = JSON.parse(JSON.stringify(from)) as Record<string, unknown>;
  const keys = pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop()!;
  const parent = keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy);
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete (parent as Record<string, unknown>)[last];
  return copy;
}

const load = (content: object) => loadDocument({ name: 'a.json', text: JSON.stringify(content) });
const loud = (document: object) => [...places(document)].filter((pointer) => !SILENT.some(([where]) => where.test(pointer)));

test.each([whole, swagger].flatMap((document) => loud(document).map((pointer) => ({ pointer, document }))))(
  'without $pointer something is told, both ways',
  ({ pointer, document }) => {
    const [base, revision] = [load(document), load(without(document, pointer))];
    expect(diffDocuments(base, revision).changes).not.toEqual([]);
    expect(diffDocuments(revision, base).changes).not.toEqual([]);
  },
);
