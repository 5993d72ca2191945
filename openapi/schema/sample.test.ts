import { compareSchemas } from './compare-schemas.ts';
import { schemaFrom } from './schema-at.ts';

const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`p${index}`, { type: 'string' }]));

test.each<[what: string, base: object, revision: object, example: unknown]>([
  ['a text of one character more', { type: 'string', maxLength: 5 }, { type: 'string', maxLength: 3 }, 'aaaa'],
  ['the shortest text of a pattern', { type: 'string', pattern: '^[a-z0-9]+$' }, { type: 'string', pattern: '^[a-z]+$' }, '0'],
  ['the smallest array', { type: 'array', items: { type: 'integer' } }, { type: 'array', items: { type: 'string' } }, [0]],
  ['one item more', { type: 'array', maxItems: 5 }, { type: 'array', maxItems: 2 }, ['a', 'a', 'a']],
  [
    'the property that changed, without the others',
    { type: 'object', properties: many },
    { type: 'object', properties: { ...many, p59: { type: 'integer' } } },
    { p59: 'a' },
  ],
  [
    'the property that became required is left out',
    { type: 'object', properties: many },
    { type: 'object', properties: many, required: ['p3'] },
    {},
  ],
  [
    'the branch of a union that changed',
    { oneOf: ['a', 'b', 'c'].map((kind) => ({ type: 'object', required: ['kind'], properties: { kind: { const: kind }, size: {} } })) },
    {
      oneOf: ['a', 'b', 'c'].map((kind) => ({
        type: 'object',
        required: ['kind'],
        properties: { kind: { const: kind }, size: kind === 'c' ? { type: 'null' } : {} },
      })),
    },
    { kind: 'c', size: true },
  ],
])('the smallest example: %s', (_, base, revision, example) => {
  expect(compareSchemas(schemaFrom(base), schemaFrom(revision), 'request').counterExample?.value).toEqual(example);
});
