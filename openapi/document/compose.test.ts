import { type Document, type DocumentText, diffDocuments, loadDocument, loadDocuments } from '../index.ts';

const ok = { responses: { 200: { description: 'ok' } } };
const json = (schema: object) => ({ requestBody: { content: { 'application/json': { schema } } }, ...ok });
const thing = { $ref: '#/components/schemas/Thing' };

const file = (name: string, content: object): DocumentText => ({
  name,
  text: JSON.stringify({ openapi: '3.1.0', info: { title: name, version: '1.0.0' }, ...content }, null, 1),
});
const api = (...files: [DocumentText, ...DocumentText[]]): Document => loadDocuments('all', files);
const ids = (base: Document, revision: Document) =>
  diffDocuments(base, revision).changes.map(({ id, path }) => `${id} ${path ?? ''}`.trim());

const teas = (more: object = {}, schema: object = { type: 'string' }) =>
  file('teas.json', { paths: { '/teas': { post: json(thing) } }, components: { schemas: { Thing: schema } }, ...more });
const cups = (more: object = {}, schema: object = { type: 'integer' }) =>
  file('cups.json', { paths: { '/cups': { post: json(thing) } }, components: { schemas: { Thing: schema } }, ...more });

test('it does not matter in which file an operation is', () => {
  expect(diffDocuments(api(teas(), cups()), api(teas(), cups())).changes).toEqual([]);
  expect(diffDocuments(api(teas(), cups()), api(cups(), teas())).verdict).toBe('compatible');
  const one = file('one.json', {
    paths: { '/teas': { post: json({ type: 'string' }) }, '/cups': { post: json({ type: 'integer' }) } },
  });
  expect(ids(api(teas(), cups()), api(one))).toEqual(['api-schema-removed', 'api-schema-removed']);
});

test('components of one name are those of their own files, and changes point to the right file', () => {
  const revision = api(teas(), cups({}, { type: 'boolean' }));
  const { changes } = diffDocuments(api(teas(), cups()), revision);
  expect(changes[0]).toMatchObject({
    id: 'request-body-type-changed',
    path: '/cups',
    revision: 'cups.json#/components/schemas/Thing/type',
  });
  expect(revision.locate(changes[0]?.revision ?? '')).toMatchObject({ file: 'cups.json', line: 30 });
});

test('an operation that is gone with its file', () => {
  expect(ids(api(teas(), cups()), api(teas()))).toContain('api-path-removed-without-deprecation /cups');
});

test('the same path in two files, with other methods', () => {
  const [get, put] = ['get', 'put'].map((method) =>
    file(`${method}.json`, {
      paths: { '/a/{id}': { parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }], [method]: ok } },
    }),
  ) as [DocumentText, DocumentText];
  const whole = api(get, put);
  expect(diffDocuments(whole, api(put, get)).changes).toEqual([]);
  expect(ids(whole, api(get))).toEqual(['api-removed-without-deprecation /a/{id}', 'api-version-not-bumped']);
});

const key = (name: string) => ({
  components: { securitySchemes: { [name]: { type: 'apiKey', in: 'header', name } } },
  security: [{ [name]: [] }],
});
const secured = (name: string, scheme: string) => file(`${name}.json`, { paths: { [`/${name}`]: { get: ok } }, ...key(scheme) });

test('each operation keeps what its file says for all: security, servers', () => {
  const base = api(secured('a', 'X'), secured('b', 'Y'));
  expect(diffDocuments(base, api(secured('b', 'Y'), secured('a', 'X'))).changes).toEqual([]);
  expect(ids(base, api(secured('a', 'X'), secured('b', 'X')))).toContain('api-security-callers-locked-out /b');
  const at = (url: string) => ({ servers: [{ url }] });
  expect(ids(api(teas(at('https://t.org')), cups(at('https://c.org'))), api(teas(at('https://t.org')), cups(at('https://d.org'))))).toEqual(
    ['api-operation-server-removed /cups', 'api-operation-server-added /cups'],
  );
});

test('a reference that is not followed stays one', () => {
  const broken = file('broken.json', { paths: { '/b': { $ref: '#/nowhere' } } });
  expect(ids(api(teas(), broken), api(teas(), broken))).toEqual(['api-reference-not-followed']);
});

test.each<[what: string, files: [DocumentText, ...DocumentText[]], message: RegExp]>([
  [
    'the same operation',
    [teas(), { ...teas(), name: 'more.json' }],
    /^more\.json:9:4: POST \/teas is also in teas\.json:9:4; an API has it once$/,
  ],
  [
    'the same operation, with another name for its parameter',
    [file('a.json', { paths: { '/a/{x}': { get: ok } } }), file('b.json', { paths: { '/a/{y}': { get: ok } } })],
    /^b\.json:\d+:\d+: GET \/a\/\{y\} is also in a\.json/,
  ],
  ['other versions of OpenAPI', [teas(), cups({ openapi: '3.0.3' })], /^cups\.json:2:2: this is OpenAPI 3\.0, and teas\.json is 3\.1$/],
  [
    'other security schemes of one name',
    [secured('a', 'X'), file('b.json', { components: { securitySchemes: { X: { type: 'http', scheme: 'basic' } } } })],
    /^b\.json:\d+:\d+: the security scheme X is another at a\.json/,
  ],
  [
    'other hosts',
    [
      file('a.json', { openapi: undefined, swagger: '2.0', host: 'a.org' }),
      file('b.json', { openapi: undefined, swagger: '2.0', host: 'b.org' }),
    ],
    /^b\.json:\d+:\d+: host is another than in a\.json/,
  ],
])('%s in two files is an error with both places', (_, files, message) => {
  expect(() => api(...files)).toThrow(message);
});

describe('a prefix of paths', () => {
  const at = (prefix: string, stripPrefix?: string) =>
    loadDocument(file('a.json', { paths: { [`${prefix}/teas`]: { get: ok }, '/health': { get: ok } } }), { stripPrefix });

  test.each([['/api/v1'], ['api/v1/'], ['/api/v1/']])('%s is taken away', (prefix) => {
    expect(diffDocuments(at('/api/v1', prefix), at('/api/v2', '/api/v2')).changes).toEqual([]);
    expect(diffDocuments(at('/api/v1', prefix), at('')).changes).toEqual([]);
  });

  test('places stay those of the document', () => {
    const { changes } = diffDocuments(at('/api/v1', '/api/v1'), loadDocument(file('b.json', { paths: { '/health': { get: ok } } })));
    expect(changes[0]).toMatchObject({ path: '/teas', base: '/paths/~1api~1v1~1teas/get' });
  });

  test.each([
    ['that no path has', '/api/v3', /^a\.json:7:2: no path begins with \/api\/v3/],
    ['that is only a part of a segment', '/api/v', /no path begins with/],
  ])('one %s is an error', (_, prefix, message) => {
    expect(() => at('/api/v1', prefix)).toThrow(message);
  });

  test('two paths that become one are an error', () => {
    const twice = file('a.json', { paths: { '/v1/teas': { get: ok }, '/teas': { get: ok } } });
    expect(() => loadDocument(twice, { stripPrefix: '/v1' })).toThrow(
      /without \/v1 this path is \/teas, which is also there at a\.json:8:3|is \/teas/,
    );
  });
});
