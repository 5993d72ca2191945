import { expect, test } from '@jest/globals';
import { diffDocuments } from '../index.ts';
import { documentOf } from '../test/places.ts';

const string = { type: 'string' };
const json = (schema: object, name = 'application/json') => ({ content: { [name]: { schema } } });
const body = (...values: string[]) => ({ requestBody: json({ ...string, enum: values }) });
const sentAs = (...names: string[]) => ({ requestBody: { content: Object.fromEntries(names.map((name) => [name, { schema: string }])) } });
const answering = (...values: string[]) => ({ responses: { 200: json({ ...string, enum: values }) } });
const sentWith = (parameter: object) => ({ parameters: [{ name: 'X-Event', in: 'header', schema: string, ...parameter }] });
const schemes = {
  components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' }, token: { type: 'http', scheme: 'bearer' } } },
};
const security = (...alternatives: object[]) => ({ security: alternatives });

type Verdict = 'compatible' | 'unknown' | 'breaking';

/** What the service sends is read by the receiver; what the receiver answers must still be taken. Each with its way back. */
const ROWS: readonly (readonly [what: string, base: object, revision: object, there: Verdict, back: Verdict])[] = [
  ['a body is sent', {}, body('a'), 'compatible', 'breaking'],
  ['a value more is sent', body('a'), body('a', 'b'), 'unknown', 'compatible'],
  ['a body that is always there', body('a'), { requestBody: { ...body('a').requestBody, required: true } }, 'compatible', 'breaking'],
  ['another media type is sent', { requestBody: json(string) }, { requestBody: json(string, 'application/xml') }, 'breaking', 'breaking'],
  ['one of two media types is sent', sentAs('application/json', 'a/b'), sentAs('application/json'), 'compatible', 'unknown'],
  ['an answer has a body', { responses: { 200: {} } }, answering('a'), 'unknown', 'unknown'],
  ['a header more is sent', {}, sentWith({}), 'compatible', 'unknown'],
  ['a header is always sent', sentWith({}), sentWith({ required: true }), 'compatible', 'breaking'],
  ['a value more may be answered', answering('a'), answering('a', 'b'), 'compatible', 'breaking'],
  ['another answer of success is taken', { responses: { 200: {} } }, { responses: { 200: {}, 204: {} } }, 'compatible', 'breaking'],
  ['all answers of success are taken', { responses: { 200: {} } }, { responses: { '2XX': {} } }, 'compatible', 'breaking'],
  ['it proves itself with a key', {}, security({ key: [] }), 'compatible', 'breaking'],
  ['it proves itself with a token as well', security({ key: [] }), security({ key: [], token: [] }), 'compatible', 'breaking'],
  ['it proves itself with a token instead', security({ key: [] }), security({ token: [] }), 'breaking', 'breaking'],
  ['it is deprecated', {}, { deprecated: true }, 'compatible', 'compatible'],
];

const item = (operation: object) => ({ post: { responses: {}, ...operation } });
const inWebhook = (operation: object) => documentOf({}, { ...schemes, webhooks: { made: item(operation) } });
const inCallback = (operation: object) => documentOf({ callbacks: { made: { '{$url}': item(operation) } } }, schemes);

test.each(ROWS)('webhooks and callbacks: %s', (_what, base, revision, there, back) => {
  for (const put of [inWebhook, inCallback]) {
    const changes = diffDocuments(put(base), put(revision));
    expect([changes.verdict, diffDocuments(put(revision), put(base)).verdict]).toEqual([there, back]);
    expect(changes.changes.length).toBeGreaterThan(0);
  }
});

test('of a callback of a callback the client is the sender again', () => {
  const nested = (...values: string[]) => inCallback({ callbacks: { back: { '{$url}': item(body(...values)) } } });
  expect(diffDocuments(nested('a', 'b'), nested('a')).verdict).toBe('breaking');
  expect(diffDocuments(nested('a'), nested('a', 'b')).verdict).toBe('compatible');
});

test('callbacks that lead back to their operation end', () => {
  const circular = (deprecated: boolean) => documentOf({ deprecated, callbacks: { again: { '{$url}': { $ref: '#/paths/~1things' } } } });
  expect(diffDocuments(circular(false), circular(true)).verdict).toBe('compatible');
});

test('what was announced, or promised to nobody, may be called no more', () => {
  const gone = (operation: object) => diffDocuments(inWebhook(operation), documentOf({}, schemes), { today: '2026-06-01' }).verdict;
  expect(gone({})).toBe('breaking');
  expect(gone({ deprecated: true, 'x-sunset': '2026-12-01' })).toBe('breaking');
  expect(gone({ deprecated: true, 'x-sunset': '2026-01-01' })).toBe('compatible');
  expect(gone({ 'x-stability-level': 'alpha' })).toBe('compatible');
});
