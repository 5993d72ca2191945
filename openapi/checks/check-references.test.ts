import { diffDocuments, loadDocument } from '../index.ts';

const $ref = '#/components/nothing/here';
const string = { type: 'string' };
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const ok = { responses: { 200: { description: 'ok' } } };
const get = (more: object) => ({ paths: { '/a': { get: { ...ok, ...more } } } });
const query = (name: string, required: boolean) => ({ name, in: 'query', required, schema: string });

const document = (more: object) =>
  loadDocument({ name: 'a.json', text: JSON.stringify({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: {}, ...more }) });

/** A document with a broken reference, and what could have been in its place. */
const PLACES: [place: string, broken: object, whole: object][] = [
  ['a path item', { paths: { '/a': { $ref } } }, get({})],
  ['an operation', { paths: { '/a': { get: { $ref } } } }, get({ requestBody: { required: true, ...json(string) } })],
  ['a parameter', get({ parameters: [{ $ref }] }), get({ parameters: [query('q', true)] })],
  ['a request body', get({ requestBody: { $ref } }), get({ requestBody: { required: true, ...json(string) } })],
  ["a request body's media type", get({ requestBody: { content: { 'application/json': { $ref } } } }), get({ requestBody: json(string) })],
  ['a response', get({ responses: { 200: { $ref } } }), get({ responses: { 200: json(string) } })],
  [
    "a response's media type",
    get({ responses: { 200: { content: { 'application/json': { $ref } } } } }),
    get({ responses: { 200: json(string) } }),
  ],
  [
    'a header',
    get({ responses: { 200: { headers: { X: { $ref } } } } }),
    get({ responses: { 200: { headers: { X: { required: true, schema: string } } } } }),
  ],
  ['a schema', get({ requestBody: json({ $ref }) }), get({ requestBody: json(string) })],
  ['a property', get({ requestBody: json({ properties: { p: { $ref } } }) }), get({ requestBody: json({ properties: { p: string } }) })],
  ['a member of allOf', get({ requestBody: json({ allOf: [{ $ref }] }) }), get({ requestBody: json({ allOf: [string] }) })],
  [
    'a schema with more beside it',
    get({ requestBody: json({ $ref, maxLength: 3 }) }),
    get({ requestBody: json({ ...string, maxLength: 3 }) }),
  ],
  ['a callback', get({ callbacks: { done: { $ref } } }), get({ callbacks: { done: { '{$url}': { post: ok } } } })],
  [
    "a callback's path item",
    get({ callbacks: { done: { '{$url}': { $ref } } } }),
    get({ callbacks: { done: { '{$url}': { post: ok } } } }),
  ],
  [
    'a link',
    get({ responses: { 200: { links: { next: { $ref } } } } }),
    get({ responses: { 200: { links: { next: { operationId: 'a' } } } } }),
  ],
  ['a webhook', { webhooks: { done: { $ref } } }, { webhooks: { done: { post: ok } } }],
  [
    'a security scheme',
    { ...get({}), security: [{ key: [] }], components: { securitySchemes: { key: { $ref } } } },
    { ...get({}), security: [{ key: [] }], components: { securitySchemes: { key: { type: 'http', scheme: 'basic' } } } },
  ],
];

const told = (base: object, revision: object) => {
  const { verdict, changes } = diffDocuments(document(base), document(revision));
  return { verdict, told: changes.filter(({ level }) => level !== 'info').map(({ id, subject }) => `${id} ${subject}`) };
};
const once = { verdict: 'unknown', told: [`api-reference-not-followed ${$ref}`] };

test.each(PLACES)('a broken reference in place of %s is told once, and nothing is made up about it', (_, broken, whole) => {
  expect(told(broken, broken)).toEqual(once);
  expect(told(whole, whole)).toEqual({ verdict: 'compatible', told: [] });
  for (const sides of [[broken, whole] as const, [whole, broken] as const]) {
    const { verdict, told: lines } = told(...sides);
    expect(verdict).toBe('unknown');
    expect(lines.filter((line) => line.startsWith('api-reference'))).toEqual(once.told);
  }
});

test('what else changed is told with it', () => {
  const at = (paths: object) => ({ paths: { ...get({ parameters: [{ $ref }] }).paths, ...paths } });
  expect(told(at({ '/b': { get: ok } }), at({}))).toEqual({
    verdict: 'breaking',
    told: ['api-path-removed-without-deprecation ', ...once.told],
  });
});

test.each([
  ['only the base refers to a parameter that is not known: it may be the new one', [{ $ref }], [query('q', true)], 'unknown'],
  ['both refer to it: the new one is another', [{ $ref }], [{ $ref }, query('q', true)], 'breaking'],
])('%s', (_, before, after, verdict) => {
  expect(told(get({ parameters: before }), get({ parameters: after })).verdict).toBe(verdict);
});

test.each([
  ['an example', get({ responses: { 200: { content: { 'application/json': { schema: string, examples: { one: { $ref } } } } } } })],
  ['a component that nothing refers to', { components: { schemas: { A: { properties: { b: { $ref } } } }, responses: { B: { $ref } } } }],
])('%s that nobody compares leaves nothing unknown', (_, content) => {
  expect(told(content, content)).toEqual({ verdict: 'compatible', told: [] });
});
