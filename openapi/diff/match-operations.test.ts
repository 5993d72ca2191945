import { expect, test } from '@jest/globals';
import { diffDocuments, loadDocument } from '../index.ts';

const text = (name: string) => [{ name, in: 'path', required: true, schema: { type: 'string' } }];

/** Paths with the methods that they have; what stands in braces is declared. */
function documentOf(paths: Readonly<Record<string, string>>) {
  const parameters = (path: string) => [...path.matchAll(/\{\+?([^}]*)\}/g)].flatMap(([, name = '']) => text(name));
  const items = Object.entries(paths).map(([path, methods]) => [
    path,
    Object.fromEntries(methods.split(' ').map((method) => [method, { responses: {}, parameters: parameters(path) }])),
  ]);
  const content = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: Object.fromEntries(items) };
  return loadDocument({ name: 'a.json', text: JSON.stringify(content) });
}

const REMOVED = 'api-removed-without-deprecation';
const PATH_REMOVED = 'api-path-removed-without-deprecation';

test.each<[what: string, base: Record<string, string>, revision: Record<string, string>, there: string[], back: string[]]>([
  ['two keys of one path become one', { '/a/{x}': 'get', '/a/{y}': 'post' }, { '/a/{id}': 'get post' }, [], []],
  ['one key takes the methods of the other', { '/a/{x}': 'get', '/a/{y}': 'post' }, { '/a/{x}': 'get post' }, [], []],
  ['names change places', { '/a/{x}/{y}': 'get' }, { '/a/{y}/{x}': 'get' }, [], []],
  ['a method is gone from a renamed path', { '/a/{x}': 'get post' }, { '/a/{y}': 'get' }, [REMOVED], ['endpoint-added']],
  ['a path is gone', { '/a/{x}': 'get', '/b': 'get' }, { '/b': 'get' }, [PATH_REMOVED], ['endpoint-added']],
  ['a slash at the end', { '/a': 'get' }, { '/a/': 'get' }, [PATH_REMOVED, 'endpoint-added'], [PATH_REMOVED, 'endpoint-added']],
  ['a specific path beside a template', { '/u/{id}': 'get', '/u/me': 'get' }, { '/u/{id}': 'get' }, [PATH_REMOVED], ['endpoint-added']],
  ['a suffix stays', { '/{a}.json': 'get' }, { '/{b}.json': 'get' }, [], []],
  ['a suffix goes', { '/{a}.json': 'get' }, { '/{a}': 'get' }, [PATH_REMOVED, 'endpoint-added'], [PATH_REMOVED, 'endpoint-added']],
  ['an operator of a template', { '/x/{+y}': 'get' }, { '/x/{+z}': 'get' }, [], []],
])('%s', (_what, base, revision, there, back) => {
  const told = (one: object, other: object) =>
    diffDocuments(documentOf({ ...one }), documentOf({ ...other }))
      .changes.map(({ id }) => id)
      .filter((id) => id !== 'api-version-not-bumped');
  expect([told(base, revision), told(revision, base)]).toEqual([there, back]);
});

test.each([
  ['from a server to its paths', ['https://a.example/v1', '/t'], ['https://a.example', '/v1/t'], 'compatible', 'compatible'],
  ['from where the document is to its paths', ['/v1', '/t'], [undefined, '/v1/t'], 'compatible', 'compatible'],
  ['to another host', ['https://a.example/v1', '/t'], ['https://b.example', '/v1/t'], 'unknown', 'unknown'],
  ['to another path', ['https://a.example/v1', '/t'], ['https://a.example', '/v2/t'], 'breaking', 'breaking'],
  ['to a path with its parameters', ['/v1', '/t/{a}'], ['/', '/v1/t/{b}'], 'compatible', 'compatible'],
  ['to a variable', ['/v1', '/t'], ['/{v}', '/t'], 'compatible', 'unknown'],
] as const)('the first part of addresses moves %s', (_what, base, revision, there, back) => {
  const at = ([url, path]: readonly [string | undefined, string]) => {
    const paths = { [path]: { get: { responses: {} } } };
    const content = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths, ...(url ? { servers: [{ url }] } : {}) };
    return loadDocument({ name: 'a.json', text: JSON.stringify(content) });
  };
  const verdict = (from: Parameters<typeof at>[0], to: Parameters<typeof at>[0]) => diffDocuments(at(from), at(to)).verdict;
  expect([verdict(base, revision), verdict(revision, base)]).toEqual([there, back]);
});
