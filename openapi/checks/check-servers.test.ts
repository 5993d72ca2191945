import { diffDocuments, loadDocument } from '../index.ts';

interface Stated {
  readonly document?: readonly string[];
  readonly path?: readonly string[];
  readonly operation?: readonly string[];
}

const servers = (urls: readonly string[] | undefined) => (urls ? { servers: urls.map((url) => ({ url })) } : {});

function documentWith({ document, path, operation }: Stated) {
  const paths = { '/things': { ...servers(path), get: { responses: {}, ...servers(operation) }, post: { responses: {} } } };
  const text = JSON.stringify({ openapi: '3.1.0', info: { title: 'T', version: '1' }, ...servers(document), paths });
  return loadDocument({ name: 'a.json', text });
}

const [A, B] = ['https://a.example.org', 'https://b.example.org'];

test.each<[what: string, base: Stated, revision: Stated, told: string[]]>([
  ['the operation has what the document had', { document: [A] }, { document: [A], operation: [A] }, []],
  ['the operation comes before its path', { path: [A], operation: [B] }, { path: [B], operation: [B] }, ['POST -', 'POST +']],
  ['the path comes before the document', { document: [A] }, { document: [A], path: [B] }, ['GET -', 'GET +', 'POST -', 'POST +']],
  ['an empty list states nothing', { document: [A], path: [A], operation: [] }, { document: [A], path: [], operation: [A] }, []],
  ['what all inherit is told once', { document: [A] }, { document: [B] }, ['null -', 'null +']],
  ['a slash at the end makes no other address', { operation: [A] }, { operation: [`${A}/`] }, []],
])('servers: %s', (_, base, revision, told) => {
  const { changes } = diffDocuments(documentWith(base), documentWith(revision));
  const shown = changes.map(({ id, method }) => `${method} ${id.endsWith('removed') ? '-' : '+'}`);
  expect(shown).toEqual(told);
});

test('servers: the schemes of an operation in Swagger 2.0 come before those of the document', () => {
  const swagger = (schemes: readonly string[] | undefined) => {
    const paths = { '/things': { get: { responses: {}, ...(schemes ? { schemes } : {}) } } };
    const text = JSON.stringify({ swagger: '2.0', info: { title: 'T', version: '1' }, host: 'example.org', schemes: ['https'], paths });
    return loadDocument({ name: 'a.json', text });
  };
  expect(diffDocuments(swagger(undefined), swagger(['https'])).changes).toEqual([]);
  expect(diffDocuments(swagger(['https', 'http']), swagger(undefined)).changes).toMatchObject([
    { id: 'api-operation-server-removed', base: '/paths/~1things/get/schemes', revision: null, subject: 'http://example.org' },
  ]);
});
