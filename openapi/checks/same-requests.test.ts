import { expect, test } from '@jest/globals';
import { diffDocuments } from '../index.ts';
import { documentOf } from '../test/places.ts';

const string = { type: 'string' };
const list = { type: 'array', items: string };
const query = (schema: object, more: object = {}) => ({ parameters: [{ name: 't', in: 'query', schema, ...more }] });
const components = (schemas: object) => ({ components: { schemas } });
const header = (name: string) => ({ parameters: [{ name, in: 'header', required: true, schema: string }] });
const apiKey = (name: string, where = 'header') => ({
  components: { securitySchemes: { key: { type: 'apiKey', in: where, name } } },
  security: [{ key: [] }],
});

test.each([
  ['a header that OpenAPI has ignored is added', [{}, header('Authorization')], 'compatible'],
  ['another header is added', [{}, header('X-Tenant')], 'breaking'],
  ['the name of an API key header changes its case', [{}, {}, apiKey('X-Api-Key'), apiKey('x-api-key')], 'compatible'],
  ['the name of an API key in a query changes its case', [{}, {}, apiKey('Key', 'query'), apiKey('key', 'query')], 'breaking'],
  [
    'explode changes where the list is behind a reference',
    [
      query({ $ref: '#/components/schemas/List' }),
      query({ $ref: '#/components/schemas/List' }, { explode: false }),
      components({ List: list }),
      components({ List: list }),
    ],
    'breaking',
  ],
  [
    'explode changes where the list may be null',
    [query({ ...list, type: ['array', 'null'] }), query({ ...list, type: ['array', 'null'] }, { explode: false })],
    'breaking',
  ],
  ['explode changes where there is one value', [query(string), query(string, { explode: false })], 'compatible'],
] as const)('%s', (_name, [base, revision, before = {}, after = {}], verdict) => {
  const document = (operation: object, more: object) => documentOf(operation, { openapi: '3.1.0', ...more });
  expect(diffDocuments(document(base, before), document(revision, after)).verdict).toBe(verdict);
});

test.each([
  ['a parameter beside the reference of a path item becomes required', false, true, 'breaking'],
  ['nothing changes beside the reference of a path item', true, true, 'compatible'],
] as const)('%s', (_name, before, after, verdict) => {
  const document = (required: boolean) =>
    documentOf(
      {},
      {
        openapi: '3.1.0',
        paths: { '/things': { $ref: '#/components/pathItems/Things', parameters: [{ name: 'q', in: 'query', required, schema: string }] } },
        components: { pathItems: { Things: { get: { responses: {} } } } },
      },
    );
  expect(diffDocuments(document(before), document(after)).verdict).toBe(verdict);
});
