import { type Document, DocumentError, diffDocuments, loadDocument } from '../index.ts';
import { documentOf } from './places.ts';

/** Work that multiplies would go on for hours. It is counted in processor time, so that a busy machine makes no difference. */
const MICROSECONDS = 20_000_000;

function inTime<T>(work: () => T): T {
  const started = process.cpuUsage();
  const result = work();
  expect(process.cpuUsage(started).user).toBeLessThan(MICROSECONDS);
  return result;
}

const withSchemas = (schemas: object, schema: object = { $ref: '#/components/schemas/A' }): Document =>
  documentOf(
    { requestBody: { content: { 'application/json': { schema } } }, responses: { 200: { content: { 'application/json': { schema } } } } },
    { components: { schemas } },
  );

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

test('100,000 values of an enum', () => {
  const values = Array.from({ length: 100_000 }, (_, index) => `value ${index}`);
  const { verdict, changes } = inTime(() =>
    diffDocuments(withSchemas({ A: { enum: values } }), withSchemas({ A: { enum: values.slice(1) } })),
  );
  expect(verdict).toBe('breaking');
  expect(changes.map(({ id }) => id)).toContain('request-body-enum-value-removed');
});

test('all of 100,000 values of an enum are removed', () => {
  const values = (prefix: string) => Array.from({ length: 100_000 }, (_, index) => `${prefix} ${index}`);
  const { changes } = inTime(() => diffDocuments(withSchemas({ A: { enum: values('a') } }), withSchemas({ A: { enum: values('b') } })));
  expect(changes.length).toBeLessThan(1_000);
});

/** Not known to be compatible, or an error that says why. */
function isRefused(base: Document, revision: Document): void {
  inTime(() => {
    try {
      expect(diffDocuments(base, revision).verdict).not.toBe('compatible');
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      expect(error.code).toBe('too-deep');
    }
  });
}

test('allOf a thousand deep', () => {
  const deep = (leaf: object) => {
    let schema: object = leaf;
    for (let depth = 0; depth < 1_000; depth++) schema = { allOf: [schema] };
    return schema;
  };
  isRefused(withSchemas({ A: deep({ type: 'integer' }) }), withSchemas({ A: deep({ type: 'string' }) }));
});

test('allOf a hundred deep is compared', () => {
  const deep = (leaf: object, left = 100): object => (left === 0 ? leaf : { allOf: [deep(leaf, left - 1)] });
  expect(
    inTime(() => diffDocuments(withSchemas({ A: deep({ type: 'integer' }) }), withSchemas({ A: deep({ type: 'string' }) }))).verdict,
  ).toBe('breaking');
});

test('a chain of 20,000 references', () => {
  const step = (index: number, leaf: object) => (index === 19_999 ? leaf : { properties: { next: ref(`N${index + 1}`) } });
  const chain = (leaf: object) =>
    withSchemas(Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [index ? `N${index}` : 'A', step(index, leaf)])));
  expect(inTime(() => diffDocuments(chain({ type: 'integer' }), chain({ type: 'string' }))).verdict).toBe('breaking');
});

const SHORTER = ['request-property-max-length-decreased', 'response-property-max-length-decreased'];

test('10 MB of schemas that refer to each other', () => {
  const count = 10_000;
  const to = (index: number) => ref(index % count === 0 ? 'A' : `N${index % count}`);
  const node = (index: number, leaf: object) => ({
    type: 'object',
    description: 'x'.repeat(700),
    properties: { left: to(index * 2 + 1), right: to(index * 2 + 2), all: { type: 'array', items: to(index * 7 + 3) }, leaf },
  });
  const tree = (leaf: object) =>
    withSchemas(
      Object.fromEntries(Array.from({ length: count }, (_, index) => [index ? `N${index}` : 'A', node(index, index === 777 ? leaf : {})])),
    );
  const { verdict, changes } = inTime(() => diffDocuments(tree({ type: 'string', maxLength: 5 }), tree({ type: 'string', maxLength: 3 })));
  expect(verdict).toBe('breaking');
  expect(changes.slice(0, 2).map(({ id }) => id)).toEqual(SHORTER);
  expect(changes.length).toBeLessThan(4);
});

test('100,000 references to schemas that refer back', () => {
  const properties = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`p${index}`, ref(`T${index % 10}`)]));
  const thing = (leaf: object) => ({ type: 'object', properties: { all: ref('A'), leaf } });
  const document = (leaf: object) =>
    withSchemas({
      A: { type: 'object', properties },
      ...Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`T${index}`, thing(index === 3 ? leaf : {})])),
    });
  const { changes } = inTime(() => diffDocuments(document({ type: 'string', maxLength: 5 }), document({ type: 'string', maxLength: 3 })));
  expect(changes.slice(0, 2).map(({ id }) => id)).toEqual(SHORTER);
  expect(changes.length).toBeLessThan(4);
});

const unions = (union: 'anyOf' | 'oneOf', through: boolean) => (leaf: object) => {
  const count = 20;
  const name = (index: number) => (index % count === 0 ? 'A' : `U${index % count}`);
  const own = (index: number) => ({
    type: 'object',
    properties: {
      ...Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`p${at}`, ref(name(through ? at + index : index))])),
      ...(index === 7 ? { leaf } : {}),
    },
  });
  const indexes = Array.from({ length: count }, (_, index) => index);
  const branches = (index: number) =>
    through ? indexes.map((at) => ref(`O${at}`)) : indexes.filter((at) => at !== index).map((at) => ref(name(at)));
  return withSchemas({
    ...Object.fromEntries(indexes.map((index) => [name(index), { [union]: [...branches(index), ...(through ? [] : [own(index)])] }])),
    ...(through ? Object.fromEntries(indexes.map((index) => [`O${index}`, own(index)])) : {}),
  });
};

test.each([
  ['anyOf', true],
  ['oneOf', true],
  ['anyOf', false],
  ['oneOf', false],
] as const)('20 unions (%s) of each other with 40 properties that lead back; through objects: %s', (union, through) => {
  const document = unions(union, through);
  const { verdict, changes } = inTime(() =>
    diffDocuments(document({ type: 'string', maxLength: 5 }), document({ type: 'string', maxLength: 3 })),
  );
  expect(verdict).toBe('breaking');
  expect(changes.map(({ id }) => id)).toContain('request-property-max-length-decreased');
  expect(changes.length).toBeLessThan(5);
});

test('references in circles', () => {
  const circles = (leaf: object) =>
    withSchemas({
      A: { properties: { a: ref('A'), b: ref('B'), leaf } },
      B: { allOf: [ref('A'), ref('B')], anyOf: [ref('A'), ref('C')] },
      C: ref('D'),
      D: ref('C'),
    });
  expect(inTime(() => diffDocuments(circles({ type: 'integer' }), circles({ type: 'string' }))).verdict).toBe('breaking');
  const same = inTime(() => diffDocuments(circles({}), circles({}))).changes;
  expect(same).toMatchObject([{ id: 'api-reference-not-followed', message: expect.stringContaining('only leads back to itself') }]);
});

test('references to nowhere leave only their place undecided', () => {
  const { verdict, changes } = diffDocuments(withSchemas({ A: { type: 'string' } }), withSchemas({}));
  expect(verdict).toBe('unknown');
  expect(changes.filter(({ level }) => level === 'warning')).toMatchObject([{ message: expect.stringContaining('it leads nowhere') }]);
});

test('100,000 references to nowhere', () => {
  const properties = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`p${index}`, ref(`Missing${index}`)]));
  const [base, revision] = [withSchemas({}, { properties }), withSchemas({}, { properties })];
  const { changes } = inTime(() => diffDocuments(base, revision));
  expect(changes).toHaveLength(100_000);
  expect(() => inTime(() => changes.slice(0, 5_000).map((change) => base.locate(change.base ?? '')))).not.toThrow();
});

test('alternatives that multiply', () => {
  const ways = Array.from({ length: 30 }, (_, index) => ({ anyOf: [{ required: [`a${index}`] }, { required: [`b${index}`] }] }));
  const document = (more: object) => withSchemas({ A: { type: 'object', allOf: [...ways, more] } });
  expect(inTime(() => diffDocuments(document({ maxProperties: 9 }), document({ maxProperties: 5 }))).verdict).not.toBe('compatible');
});

test.each([
  ['^(a+)+$', '^((a|b)+)+c$'],
  ['^(a|a)*$', '^(\\w|\\d)*x$'],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', '^(([a-z])+.)+[A-Z]([a-z])+[0-9]$'],
  ['^a*a*a*a*b$', '^a*a*a*a*c$'],
  ['(a{1,1000}){1,1000}', '(a{1,999}){1,1000}'],
  ['^(?=(?=(?=(a*)*$)))a', '^(?!(?!(?!(a*)*$)))a'],
  ['^(a+)+\\1$', '^(a+)+\\1b$'],
  [`^(${'a|'.repeat(50_000)}b)*$`, `^(${'a|'.repeat(50_000)}c)*$`],
])('patterns that backtrack without end: %#', (before, after) => {
  const pattern = (text: string) =>
    withSchemas({ A: { type: 'string', pattern: text, minLength: 40 }, B: { patternProperties: { [text]: { type: 'string' } } } });
  expect(inTime(() => diffDocuments(pattern(before), pattern(after))).verdict).not.toBe('compatible');
});

test('schemas that are unions of themselves, at every level', () => {
  const node = (index: number, leaf: object) => ({
    type: 'object',
    required: ['kind'],
    properties: {
      kind: { const: `kind ${index}` },
      children: { type: 'array', items: ref('A') },
      parts: { type: 'object', additionalProperties: ref('A') },
      ...Object.fromEntries(Array.from({ length: 4 }, (_, at) => [`p${at}`, { anyOf: [ref('A'), { type: 'string' }] }])),
      leaf,
    },
  });
  const tree = (leaf: object) => {
    const names = Array.from({ length: 6 }, (_, index) => `Node${index}`);
    const nodes = Object.fromEntries(names.map((name, index) => [name, node(index, index === 5 ? leaf : {})]));
    return withSchemas({ A: { oneOf: names.map(ref) }, ...nodes });
  };
  const { changes } = inTime(() => diffDocuments(tree({ type: 'string', maxLength: 5 }), tree({ type: 'string', maxLength: 3 })));
  const values = changes.flatMap(({ counterExample }) => (counterExample ? [counterExample.value] : []));
  expect(values.map((value) => JSON.stringify(value))).toContain(`{"kind":"kind 5","leaf":"aaaa"}`);
});

const bomb = `openapi: 3.1.0\na0: &a0 [x, x]\n${Array.from({ length: 60 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}, *a${index}]\n`).join('')}`;
test.each<[what: string, name: string, text: string, error: RegExp]>([
  ['a YAML bomb', 'bomb.yaml', bomb, /bomb\.yaml:1:1: this YAML cannot be expanded/],
  [
    'JSON that nests without end',
    'deep.json',
    `{"openapi": "3.1.0", "x": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    /deep\.json:1:\d+: nested deeper/,
  ],
  [
    'YAML that nests without end',
    'deep.yaml',
    `openapi: 3.1.0\nx: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`,
    /deep\.yaml:2:\d+: nested deeper/,
  ],
  [
    'YAML that indents without end',
    'steps.yaml',
    `openapi: 3.1.0\n${Array.from({ length: 3_000 }, (_, depth) => `${' '.repeat(depth)}x:\n`).join('')}`,
    /nested/,
  ],
  ['a merge of itself', 'merge.yaml', 'openapi: 3.1.0\na: &a\n  <<: *a\n', /merge\.yaml/],
])('%s is an error', (_, name, text, error) => {
  expect(() => inTime(() => loadDocument({ name, text }))).toThrow(error);
});

test('what is no schema, parameter or response is passed over', () => {
  const odd = loadDocument({
    name: 'odd.json',
    text: JSON.stringify({
      openapi: '3.0.0',
      paths: {
        '/a': { get: { parameters: [null, 3, {}], responses: { 200: null, 404: 'gone' }, requestBody: [] }, post: null },
        '/b': null,
      },
    }),
  });
  const sane = documentOf({});
  expect(() => diffDocuments(odd, sane)).not.toThrow();
  expect(() => diffDocuments(sane, odd)).not.toThrow();
  expect(diffDocuments(odd, odd).changes).toEqual([]);
});
