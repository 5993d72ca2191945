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

const server = (url: string, variables?: object) => ({ url, ...(variables ? { variables } : {}) });
const among = (...values: string[]) => ({ default: values[0], enum: values });
type Verdict = 'compatible' | 'unknown';

test.each<[what: string, base: object[] | undefined, revision: object[] | undefined, there: Verdict, back: Verdict]>([
  ['upper and lower case in a host', [server('https://A.example/v1')], [server('HTTPS://a.example/v1')], 'compatible', 'compatible'],
  ['upper and lower case in a path', [server('https://a.example/V1')], [server('https://a.example/v1')], 'unknown', 'unknown'],
  ['the port that goes without saying', [server('https://a.example:443')], [server('https://a.example/')], 'compatible', 'compatible'],
  ['another port', [server('http://a.example:443')], [server('http://a.example')], 'unknown', 'unknown'],
  ['nothing, and where the document is', undefined, [server('/')], 'compatible', 'compatible'],
  ['nothing, and an address', undefined, [server('https://a.example')], 'compatible', 'unknown'],
  ['an address that counts from the document', [server('./v1')], [server('v1')], 'compatible', 'compatible'],
  ['an address that counts from the host', [server('/v1')], [server('v1')], 'unknown', 'unknown'],
  [
    'a variable with another name',
    [server('https://{a}.example', { a: among('x', 'y') })],
    [server('https://{b}.example', { b: among('x', 'y') })],
    'compatible',
    'compatible',
  ],
  [
    'a variable that is written out',
    [server('https://{a}.example', { a: among('x', 'y') })],
    [server('https://x.example'), server('https://y.example')],
    'compatible',
    'compatible',
  ],
  [
    'one value of a variable',
    [server('https://{a}.example', { a: among('x', 'y') })],
    [server('https://x.example')],
    'unknown',
    'compatible',
  ],
  [
    'one of all addresses',
    [server('https://x.example')],
    [server('https://{a}.example', { a: { default: 'x' } })],
    'compatible',
    'unknown',
  ],
])('servers in other words: %s', (_what, base, revision, there, back) => {
  const documentAt = (list: object[] | undefined) => {
    const content = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: {}, ...(list ? { servers: list } : {}) };
    return loadDocument({ name: 'a.json', text: JSON.stringify(content) });
  };
  const verdict = (from: object[] | undefined, to: object[] | undefined) => diffDocuments(documentAt(from), documentAt(to)).verdict;
  expect([verdict(base, revision), verdict(revision, base)]).toEqual([there, back]);
});
