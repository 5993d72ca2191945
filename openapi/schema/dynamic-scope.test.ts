import { diffDocuments, loadDocument } from '../index.ts';

type Schemas = Record<string, unknown>;

/** A document that answers with the schema A. */
const document = (schemas: Schemas, more: object = {}) =>
  loadDocument({
    name: 'a.json',
    text: JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'T', version: '1' },
      paths: {
        '/a': { get: { responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } } } } } },
      },
      components: { schemas },
      ...more,
    }),
  });

const told = (base: Schemas, revision: Schemas) => {
  const { verdict, changes } = diffDocuments(document(base), document(revision));
  return [verdict, ...changes.filter(({ level }) => level !== 'info').map(({ id, message }) => `${id}: ${message}`)];
};

const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
const string = { type: 'string' };
const integer = { type: 'integer' };
const plain = { A: object({ p: string }) };

const page = object({ items: { type: 'array', items: { $dynamicRef: '#item' } } }, { $defs: { item: { $dynamicAnchor: 'item' } } });
const bound = (to: object) => ({ $ref: '#/components/schemas/Page', $defs: { x: { $dynamicAnchor: 'item', ...to } } });
const pageOf = (items: object) => ({ A: object({ items: { type: 'array', items } }) });
const tree = (value: object) => ({
  Tree: {
    $id: 'https://example.org/tree',
    $dynamicAnchor: 'node',
    ...object({ children: { type: 'array', items: { $dynamicRef: '#node' } } }),
  },
  A: { $id: 'https://example.org/a', $dynamicAnchor: 'node', $ref: 'tree', properties: { value } },
});

test.each<[what: string, base: Schemas, revision: Schemas, verdict: string]>([
  ['$id, by its address', plain, { A: { $ref: 'https://example.org/p' }, P: { $id: 'https://example.org/p', ...plain.A } }, 'compatible'],
  [
    '$id, counted from the $id around it',
    plain,
    {
      A: { $id: 'https://example.org/b/', properties: { p: { $ref: 'p' } }, type: 'object' },
      P: { $id: 'https://example.org/b/p', ...string },
    },
    'compatible',
  ],
  [
    '$id, within which pointers count',
    plain,
    { A: { $id: 'https://example.org/a', ...object({ p: { $ref: '#/$defs/p' } }), $defs: { p: string } } },
    'compatible',
  ],
  [
    '$id, with a pointer from the top of the file, as most tools read it',
    plain,
    { A: { $id: 'https://example.org/a', ...object({ p: { $ref: '#/components/schemas/P' } }) }, P: string },
    'compatible',
  ],
  [
    '$id with a fragment',
    plain,
    { A: object({ p: { $ref: 'https://example.org/d#/$defs/p' } }), D: { $id: 'https://example.org/d', $defs: { p: string } } },
    'compatible',
  ],
  [
    'an $id that is an example',
    plain,
    { A: { $ref: 'https://example.org/p' }, P: { example: { $id: 'https://example.org/p' } } },
    'unknown',
  ],
  ['$anchor', plain, { A: object({ p: { $ref: '#p' } }), P: { $anchor: 'p', ...string } }, 'compatible'],
  [
    '$anchor in a schema with an $id',
    plain,
    {
      A: object({ p: { $ref: 'https://example.org/d#p' } }),
      D: { $id: 'https://example.org/d', $defs: { x: { $anchor: 'p', ...string } } },
    },
    'compatible',
  ],
  [
    '$anchor that is not of this $id',
    plain,
    { A: object({ p: { $ref: '#p' } }), D: { $id: 'https://example.org/d', $defs: { x: { $anchor: 'p', ...string } } } },
    'unknown',
  ],
  [
    '$anchor that is there twice',
    plain,
    { A: object({ p: { $ref: '#p' } }), P: { $anchor: 'p', ...string }, Q: { $anchor: 'p', ...integer } },
    'unknown',
  ],
  ['a property that is called $anchor', plain, { A: object({ p: { $ref: '#p' } }), P: object({ $anchor: { const: 'p' } }) }, 'unknown'],
  ['$dynamicRef to an $anchor is a $ref', plain, { A: object({ p: { $dynamicRef: '#p' } }), P: { $anchor: 'p', ...string } }, 'compatible'],
  [
    '$dynamicRef to the only $dynamicAnchor',
    plain,
    { A: object({ p: { $dynamicRef: '#p' } }), P: { $dynamicAnchor: 'p', ...string } },
    'compatible',
  ],
  ['$dynamicRef by a pointer', plain, { A: object({ p: { $dynamicRef: '#/components/schemas/P' } }), P: string }, 'compatible'],
  [
    '$dynamicRef with more beside it',
    { A: { ...string, maxLength: 3 } },
    { A: { $dynamicRef: '#p', maxLength: 3 }, P: { $dynamicAnchor: 'p', ...string } },
    'compatible',
  ],
  ['$dynamicRef to nowhere', plain, { A: object({ p: { $dynamicRef: '#p' } }) }, 'unknown'],
  ['a page, bound', pageOf(string), { A: bound(string), Page: page }, 'compatible'],
  ['a page, bound to something else', pageOf(string), { A: bound(integer), Page: page }, 'breaking'],
  ['a page, not bound', pageOf({}), { A: { $ref: '#/components/schemas/Page' }, Page: page }, 'compatible'],
  [
    'two pages of one template',
    { A: object({ one: pageOf(string).A, two: pageOf(integer).A }) },
    { A: object({ one: bound(string), two: bound(integer) }), Page: page },
    'compatible',
  ],
  ['a page whose binding changed', { A: bound(string), Page: page }, { A: bound(integer), Page: page }, 'breaking'],
  ['a page of a component', pageOf(plain.A), { A: bound({ $ref: '#/components/schemas/P' }), P: plain.A, Page: page }, 'compatible'],
  [
    'a template without a default that several bind, not bound',
    pageOf(string),
    { A: object({ items: { type: 'array', items: { $dynamicRef: '#item' } } }), B: bound(string), C: bound(integer), Page: page },
    'unknown',
  ],
  ['a tree, extended', tree(string), tree(string), 'compatible'],
  ['a tree, extended otherwise', tree(string), tree(integer), 'breaking'],
  [
    '$recursiveRef in a schema with an $id',
    { A: { $id: 'https://example.org/a', ...object({ a: { $recursiveRef: '#' }, p: string }) } },
    { A: object({ a: { $ref: '#/components/schemas/A' }, p: string }) },
    'compatible',
  ],
  ['$recursiveRef to the whole document', plain, { A: object({ p: { $recursiveRef: '#' } }) }, 'unknown'],
])('%s', (_, base, revision, verdict) => {
  expect(told(base, revision)).toEqual([verdict, ...(verdict === 'compatible' ? [] : [expect.any(String)])]);
});

test('bindings that multiply end in a doubt', () => {
  const names = Array.from({ length: 14 }, (_, index) => `n${index}`);
  const schemas: Schemas = { End: object(Object.fromEntries(names.map((name) => [name, { $dynamicRef: `#${name}` }]))) };
  names.forEach((name, index) => {
    const next = { $ref: `#/components/schemas/${index === 0 ? 'End' : `L${index - 1}`}` };
    const bind = (to: object) => ({ ...object({ next }), $defs: { x: { $dynamicAnchor: name, ...to } } });
    schemas[`L${index}`] = object({ a: bind(string), b: bind(integer) });
  });
  schemas.A = { $ref: '#/components/schemas/L13' };
  const before = process.cpuUsage();
  const [verdict] = told(schemas, { ...schemas, End: object({}) });
  expect(process.cpuUsage(before).user).toBeLessThan(20_000_000);
  expect(verdict).not.toBe('compatible');
});

test('3.2 names a document by $self', () => {
  const base = document({ A: { $ref: '#/components/schemas/P' }, P: string }, { openapi: '3.2.0' });
  const revision = document(
    { A: { $ref: 'https://example.org/api#/components/schemas/P' }, P: string },
    { openapi: '3.2.0', $self: 'https://example.org/api' },
  );
  expect(diffDocuments(base, revision).changes.map(({ subject }) => subject)).toEqual(['$self']);
});
