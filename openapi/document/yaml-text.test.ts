import { loadDocument } from './load-document.ts';
import { parseYamlText } from './yaml-text.ts';

const read = (text: string) => parseYamlText(text, 'a.yaml').value;

test.each<[what: string, text: string, value: unknown]>([
  ['a version', 'info: {version: 1.10, title: 2024}', { info: { version: '1.10', title: '2024' } }],
  ['a version of OpenAPI', 'swagger: 2.0', { swagger: '2.0' }],
  [
    'names',
    '{name: 1.0, operationId: 0x10, required: [1, true, a], tags: [2.0, null]}',
    { name: '1.0', operationId: '0x10', required: ['1', 'true', 'a'], tags: ['2.0', 'null'] },
  ],
  ['keys', '{200: {}, 1.10: {}, null: {}, 0x10: {}, true: {}}', { 200: {}, '1.10': {}, null: {}, '0x10': {}, true: {} }],
  ['a required parameter', '{name: 5, in: query, required: true}', { name: '5', in: 'query', required: true }],
  ['values of an enum', 'enum: [1, 1.10, true, null, "1"]', { enum: [1, 1.1, true, null, '1'] }],
  [
    'values that have such members',
    '{default: {name: 1}, example: {version: 1.10}, x-a: {name: 1}}',
    { default: { name: 1 }, example: { version: 1.1 }, 'x-a': { name: 1 } },
  ],
  [
    'properties of such names',
    'properties: {name: {default: 1}, required: {enum: [1]}, default: {name: 1}}',
    { properties: { name: { default: 1 }, required: { enum: [1] }, default: { name: '1' } } },
  ],
  ['a merge', 'a: &a {1.10: x}\nb: {<<: *a, name: 1}', { a: { '1.10': 'x' }, b: { '1.10': 'x', name: '1' } }],
  ['a key that is a list', '? [a, b]\n: 1\n', { '[ a, b ]': 1 }],
])('%s in YAML', (_, text, value) => {
  expect(read(text)).toEqual(value);
});

test('the same response twice, once as a number, is an error', () => {
  expect(() => read('responses:\n  200: {}\n  "200": {}\n')).toThrow('a.yaml:3:3: the same key is there twice');
});

test.each([
  ['1.10', '1.10'],
  ['"1.10"', '1.10'],
  ['2', '2'],
  ['2024-01-01', '2024-01-01'],
])('info.version: %s', (written, version) => {
  expect(loadDocument({ name: 'a.yaml', text: `openapi: 3.0.3\ninfo:\n  version: ${written}\n` }).apiVersion).toBe(version);
});

test('places behind keys that are no text are found', () => {
  const document = loadDocument({ name: 'a.yaml', text: 'openapi: 3.0.3\npaths:\n  1.10:\n    200: {}\n' });
  expect(document.locate('/paths/1.10/200')).toMatchObject({ line: 4, column: 5 });
});

test('a map of 100,000 keys, and a place in it', () => {
  const started = process.cpuUsage();
  const { find } = parseYamlText(Array.from({ length: 100_000 }, (_, index) => `p${index}: 1\n`).join(''), 'a.yaml');
  for (let index = 0; index < 1_000; index++) find([`p${99_999 - index}`]);
  expect(process.cpuUsage(started).user).toBeLessThan(20_000_000);
});
