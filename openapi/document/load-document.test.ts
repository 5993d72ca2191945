import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffDocuments } from '../diff-documents.ts';
import { DocumentError } from './document-error.ts';
import { loadDocument } from './load-document.ts';

const HEAD = '{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}';

function mistake(name: string, text: string): Pick<DocumentError, 'code' | 'line' | 'column' | 'file'> {
  try {
    loadDocument({ name, text });
  } catch (error) {
    if (error instanceof DocumentError) return { code: error.code, file: error.file, line: error.line, column: error.column };
    throw error;
  }
  throw new Error('it was loaded');
}

test.each<[what: string, name: string, text: string, code: string, line: number, column: number]>([
  ['a missing comma', 'a.json', '{\n  "openapi": "3.1.0"\n  "info": {}\n}', 'not-json', 3, 3],
  ['an end too early', 'a.json', '{\n  "openapi": ', 'not-json', 2, 14],
  ['a key that is there twice', 'a.json', `${HEAD},\n "x": {"a": 1,\n  "a": 2}}`, 'duplicate-key', 3, 3],
  ['a key that is there twice, in YAML', 'a.yaml', 'openapi: 3.1.0\ninfo:\n  title: T\n  title: U\n', 'duplicate-key', 4, 3],
  ['a bracket that is not closed', 'a.yaml', 'openapi: 3.1.0\ninfo: [a\npaths: {}\n', 'not-yaml', 3, 1],
  ['a list', 'a.json', '[1]', 'not-openapi', 1, 1],
  ['no version', 'a.yaml', 'info: {}\n', 'not-openapi', 1, 1],
  ['paths that are a list', 'a.yaml', 'openapi: 3.1.0\npaths:\n  - /a\n', 'not-openapi', 2, 1],
  ['a version to come', 'a.yaml', 'info: {}\nopenapi: 4.0.0\n', 'unsupported-version', 2, 1],
  ['a second document', 'a.yaml', 'openapi: 3.1.0\n---\nopenapi: 3.1.0\n', 'not-yaml', 2, 1],
  ['an alias to nothing', 'a.yaml', 'openapi: *nothing\n', 'not-yaml', 1, 1],
])('%s is an error with its place', (_, name, text, code, line, column) => {
  expect(mistake(name, text)).toEqual({ code, file: name, line, column });
});

test('strings that look like structure are not taken for it', () => {
  const text = `${HEAD}, "x-a": "\\"{,\\\\", "x-b": [{"a": "}"}, {"a": 1}]}`;
  expect(loadDocument({ name: 'a.json', text }).root.member('x-a')).toBe('"{,\\');
});

test.each(['2.0', '3.0.3', '3.1.0', '3.2.0'])('version %s is read', (version) => {
  const key = version === '2.0' ? 'swagger' : 'openapi';
  expect(loadDocument({ name: 'a.yaml', text: `${key}: "${version}"\ninfo: {version: 1.2.0, title: T}\n` })).toMatchObject({
    version: version.slice(0, 3),
    apiVersion: '1.2.0',
    title: 'T',
  });
});

test('a pointer is found in the text, in JSON and in YAML', () => {
  const json = loadDocument({
    name: 'a.json',
    text: '{\n "openapi": "3.1.0",\n "paths": {\n  "/a/{b}": {"get": {"tags": ["x",\n   "y"]}}}}',
  });
  expect(json.locate('/paths/~1a~1{b}/get/tags/1')).toEqual({ file: 'a.json', line: 5, column: 4 });
  expect(json.locate('/paths/~1a~1{b}/get')).toEqual({ file: 'a.json', line: 4, column: 14 });
  expect(json.locate('/paths/~1nowhere')).toEqual({ file: 'a.json', line: 3, column: 2 });
  const yaml = loadDocument({
    name: 'a.yaml',
    text: 'openapi: 3.1.0\npaths:\n  /a:\n    get:\n      responses:\n        200: {description: ok}\n',
  });
  expect(yaml.locate('/paths/~1a/get/responses/200')).toEqual({ file: 'a.yaml', line: 6, column: 9 });
});

describe('several files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text: string) => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const main = (name: string, reference: string) =>
    write(
      name,
      `openapi: 3.1.0\npaths:\n  /a:\n    post:\n      requestBody: {content: {application/json: {schema: {$ref: '${reference}'}}}}\n      responses: {}\n`,
    );

  test('references to other files are followed, and changes say where they stand', () => {
    write('schemas/thing.yaml', 'Thing: {type: object, properties: {size: {$ref: "#/Size"}}}\nSize: {type: string}\n');
    write('schemas/thing2.yaml', 'Thing: {type: object, properties: {size: {$ref: "#/Size"}}}\nSize:\n  type: integer\n');
    const [base, revision] = [
      loadDocument(main('base.yaml', 'schemas/thing.yaml#/Thing')),
      loadDocument(main('revision.yaml', 'schemas/thing2.yaml#/Thing')),
    ];
    const [change] = diffDocuments(base, revision).changes;
    expect(change).toMatchObject({ id: 'request-property-type-changed', revision: expect.stringMatching(/thing2\.yaml#\/Size\/type$/) });
    expect(revision.locate(change?.revision ?? '')).toMatchObject({ line: 3, column: 3 });
  });

  test.each([
    ['to nowhere', 'missing.yaml#/Thing', 'there is no such file'],
    ['out of the folder', '../../../etc/hostname', 'it lies outside'],
    ['out of the folder, percent-encoded', '%2e%2e%2f..%2f../etc/hostname', 'it lies outside'],
    ['out of the folder, to nowhere', '../missing.yaml', 'it lies outside'],
    ['to a file from the top', '/etc/hostname', 'it lies outside'],
    ['to a file URL', 'file:///etc/hostname', 'it lies outside'],
    ['through a link out of the folder', 'link.yaml', 'it lies outside'],
    ['to a URL', 'https://example.org/thing.yaml', 'URLs are not fetched'],
    ['to a drive of Windows', 'C:\\api\\thing.yaml', 'there is no such file'],
    ['to a folder', 'folder', 'it is a folder, not a file'],
    ['to a file that is no YAML', 'bad.yaml', 'bad.yaml:1:'],
    ['to a text', 'text.yaml', 'it leads to a text'],
    ['to a list', 'text.yaml#/0', 'leads nowhere'],
    ['with a bad percent sign', '100%.yaml', 'there is no such file'],
    ['with a zero byte', 'a%00.yaml', 'there is no such file'],
  ])('a reference %s is a warning, and the rest is compared', (_, reference, reason) => {
    rmSync(join(folder, 'link.yaml'), { force: true });
    symlinkSync('/etc/hostname', join(folder, 'link.yaml'));
    mkdirSync(join(folder, 'folder'), { recursive: true });
    write('bad.yaml', 'a: [');
    write('text.yaml', 'only a text');
    const [base, revision] = [loadDocument(main('known.yaml', '#/paths')), loadDocument(main('broken.yaml', reference))];
    const { verdict, changes } = diffDocuments(base, revision);
    expect(verdict).toBe('unknown');
    expect(changes).toMatchObject([{ id: 'api-reference-not-followed', subject: reference, message: expect.stringContaining(reason) }]);
    expect(revision.locate(changes[0]?.revision ?? '')).toMatchObject({ file: join(folder, 'broken.yaml'), line: 5, column: 59 });
  });

  test.each([
    ['to nowhere', '#/components/parameters/Size', 'it leads nowhere'],
    ['to itself', '#/paths/~1a/parameters/0', 'it only leads back to itself'],
    ['to a file that is not there', 'missing.yaml', 'there is no such file'],
  ])('a reference %s is shown where it is written, also when both documents have it', (_, reference, reason) => {
    const file = write(
      'place.yaml',
      `openapi: 3.1.0\npaths:\n  /a:\n    get: {}\n    parameters:\n      - description: a\n        $ref: '${reference}'\n`,
    );
    const document = loadDocument(file);
    const { verdict, changes } = diffDocuments(document, loadDocument(file));
    expect({ verdict, changes }).toMatchObject({ verdict: 'unknown', changes: [{ message: expect.stringContaining(reason) }] });
    expect(document.locate(changes[0]?.base ?? '')).toMatchObject({ line: 7, column: 9 });
  });

  test('within a repository, references may leave the folder of the document', () => {
    mkdirSync(join(folder, 'repository/.git'), { recursive: true });
    write('repository/common/thing.yaml', 'Thing: {$ref: "sizes%20and%20more.yaml"}\n');
    write('repository/common/sizes and more.yaml', 'type: integer\n');
    const before = loadDocument(main('repository/api/before.yaml', '#/x-thing'));
    const after = loadDocument(main('repository/api/after.yaml', '..\\common\\thing.yaml#/Thing'));
    expect(diffDocuments(before, after).changes).toMatchObject([{ id: 'api-reference-not-followed', subject: '#/x-thing' }]);
    expect(diffDocuments(after, after).changes).toEqual([]);
    const narrow = loadDocument(join(folder, 'repository/api/after.yaml'), { root: join(folder, 'repository/api') });
    expect(diffDocuments(narrow, narrow).verdict).toBe('unknown');
  });

  test.each([
    ['to a file below the prefix', 'https://example.org/api/thing.yaml#/Thing', 'compatible'],
    ['from one such file to another', 'https://example.org/api/more/list.yaml', 'compatible'],
    ['to another URL', 'https://example.org/apis/thing.yaml#/Thing', 'unknown'],
    ['above the prefix', 'https://example.org/api/%2e%2e/known.yaml', 'unknown'],
  ])('a reference %s, with a mapped URL', (_, reference, verdict) => {
    write('mapped/thing.yaml', 'Thing: {type: string}\n');
    write('mapped/more/list.yaml', '{type: array, items: {$ref: ../thing.yaml#/Thing}}\n');
    const maps = [{ prefix: 'https://example.org/api', folder: join(folder, 'mapped') }];
    const document = loadDocument(main('mapping/main.yaml', reference), { maps });
    expect(diffDocuments(document, document).verdict).toBe(verdict);
  });

  test('files may refer to each other in a circle', () => {
    write('circle/a.yaml', '{type: object, properties: {b: {$ref: b.yaml}}}\n');
    write('circle/b.yaml', '{type: object, properties: {a: {$ref: a.yaml}, self: {$ref: "#"}}}\n');
    const [one, two] = [loadDocument(main('circle/one.yaml', 'a.yaml')), loadDocument(main('circle/two.yaml', 'b.yaml#/properties/a'))];
    expect(diffDocuments(one, two).changes).toEqual([]);
    write('circle/c.yaml', '{$ref: d.yaml}\n');
    write('circle/d.yaml', '{$ref: c.yaml}\n');
    expect(diffDocuments(one, loadDocument(main('circle/three.yaml', 'c.yaml'))).verdict).toBe('unknown');
  });

  test('a document in memory refers to other files only through its reader', () => {
    const text = 'openapi: 3.1.0\npaths: {/a: {$ref: "other.yaml#/a"}}\n';
    const [alone, same] = [loadDocument({ name: 'm.yaml', text }), loadDocument({ name: 'm.yaml', text })];
    expect(diffDocuments(alone, same).changes).toMatchObject([
      { message: expect.stringContaining('other.yaml#/a was not followed'), base: '/paths/~1a/$ref', revision: '/paths/~1a/$ref' },
    ]);
    const read = (location: string) => ({ file: location, text: 'a: {get: {responses: {}}}' });
    const base = loadDocument({ name: 'm.yaml', text }, { read });
    expect(diffDocuments(base, loadDocument({ name: 'n.yaml', text: 'openapi: 3.1.0\npaths: {}\n' })).changes).toMatchObject([
      { method: 'GET', base: 'other.yaml#/a/get' },
    ]);
  });

  test('a file that is not there is an error', () => {
    expect(() => loadDocument(join(folder, 'none.yaml'))).toThrow(DocumentError);
  });
});
