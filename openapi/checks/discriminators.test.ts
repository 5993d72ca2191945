import { expect, test } from '@jest/globals';
import { type Document, diffDocuments, loadDocument } from '../index.ts';
import { documentOf } from '../test/places.ts';

const string = { type: 'string' };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const kind = (name: string, more: object = {}) => ({
  type: 'object',
  properties: { kind: string, [name]: string },
  required: ['kind', name],
  ...more,
});
const child = (properties: object, more: object = {}) => ({ allOf: [ref('Pet'), { type: 'object', properties, ...more }] });

const alternatives = { Cat: kind('meow'), Dog: kind('bark') };
const either = (discriminator: object | undefined, names = ['Cat', 'Dog']) => ({ oneOf: names.map(ref), discriminator });
const Pet = (discriminator: object = {}) => ({
  type: 'object',
  properties: { kind: string },
  required: ['kind'],
  discriminator: { propertyName: 'kind', ...discriminator },
});
const family = { Pet: Pet(), Cat: child({ size: { type: 'string', enum: ['s'] } }), Dog: child({ bark: string }) };
const mapping = (names: Record<string, string>) => ({
  mapping: Object.fromEntries(Object.entries(names).map(([name, to]) => [name, ref(to).$ref])),
});

type Both = readonly [schema: object, schemas: object];

function verdicts([base, before]: Both, [revision, after]: Both): string[] {
  const content = (schema: object) => ({ content: { 'application/json': { schema } } });
  const place = (operation: (schema: object) => object) => {
    const [old, now] = [
      [base, before],
      [revision, after],
    ].map(([schema, schemas]): Document => documentOf(operation(schema as object), { openapi: '3.2.0', components: { schemas } }));
    return diffDocuments(old!, now!).verdict;
  };
  return [place((schema) => ({ requestBody: content(schema) })), place((schema) => ({ responses: { 200: content(schema) } }))];
}

const named = { propertyName: 'kind' };
const consts = {
  Cat: kind('meow', { properties: { kind: { const: 'Cat' } } }),
  Dog: kind('bark', { properties: { kind: { const: 'Dog' } } }),
};

test.each<[what: string, base: Both, revision: Both, request: string, response: string]>([
  [
    'the mapping is swapped',
    [either({ ...named, ...mapping({ c: 'Cat', d: 'Dog' }) }), alternatives],
    [either({ ...named, ...mapping({ c: 'Dog', d: 'Cat' }) }), alternatives],
    'breaking',
    'breaking',
  ],
  [
    'a name is taken from the mapping, and another leads there',
    [either({ ...named, ...mapping({ c: 'Cat', d: 'Dog', cat: 'Cat' }) }), alternatives],
    [either({ ...named, ...mapping({ c: 'Cat', d: 'Dog' }) }), alternatives],
    'breaking',
    'compatible',
  ],
  [
    'the mapping names a component that went by its own name',
    [either(named), alternatives],
    [either({ ...named, ...mapping({ c: 'Cat' }) }), alternatives],
    'unknown',
    'unknown',
  ],
  [
    'the mapping says what is so anyway',
    [either(named), alternatives],
    [either({ ...named, ...mapping({ Cat: 'Cat' }) }), alternatives],
    'compatible',
    'compatible',
  ],
  [
    'a component that goes by its own name is renamed',
    [either(named), alternatives],
    [either(named, ['Kitty', 'Dog']), { Kitty: alternatives.Cat, Dog: alternatives.Dog }],
    'breaking',
    'unknown',
  ],
  [
    'a component that lists its names itself is renamed',
    [either(named), consts],
    [either(named, ['Kitty', 'Dog']), { Kitty: consts.Cat, Dog: consts.Dog }],
    'compatible',
    'compatible',
  ],
  [
    'a component is renamed, and mapped to its old name',
    [either(named), alternatives],
    [either({ ...named, ...mapping({ Cat: 'Kitty' }) }, ['Kitty', 'Dog']), { Kitty: alternatives.Cat, Dog: alternatives.Dog }],
    'compatible',
    'compatible',
  ],
  ['the property is another', [either(named), alternatives], [either({ propertyName: 'type' }), alternatives], 'unknown', 'unknown'],
  ['a discriminator is added', [either(undefined), alternatives], [either(named), alternatives], 'unknown', 'compatible'],
  ['a discriminator of constants is added', [either(undefined), consts], [either(named), consts], 'compatible', 'compatible'],
  [
    'the fallback is taken away',
    [either({ ...named, defaultMapping: 'Cat' }), alternatives],
    [either(named), alternatives],
    'unknown',
    'compatible',
  ],
  [
    'the fallback is another',
    [either({ ...named, defaultMapping: 'Cat' }), alternatives],
    [either({ ...named, defaultMapping: 'Dog' }), alternatives],
    'breaking',
    'breaking',
  ],
])('%s', (_what, base, revision, request, response) => {
  expect(verdicts(base, revision)).toEqual([request, response]);
  expect(verdicts(base, base)).toEqual(['compatible', 'compatible']);
});

const changed = (schemas: object): Both => [ref('Pet'), { ...family, ...schemas }];

test.each<[what: string, base: Both, revision: Both, request: string, response: string]>([
  [
    'a value more in what extends the base',
    changed({}),
    changed({ Cat: child({ size: { type: 'string', enum: ['s', 'm'] } }) }),
    'compatible',
    'unknown',
  ],
  [
    'a property that became required in what extends the base',
    changed({}),
    changed({ Dog: child({ bark: string }, { required: ['bark'] }) }),
    'breaking',
    'compatible',
  ],
  ['one more that extends the base', changed({}), changed({ Bird: child({ wings: string }) }), 'compatible', 'breaking'],
  ['one less that extends the base', changed({ Bird: child({ wings: string }) }), changed({}), 'breaking', 'compatible'],
  [
    'what extends what extends the base',
    changed({ Kitten: { allOf: [ref('Cat'), { properties: { age: { type: 'integer' } } }] } }),
    changed({ Kitten: { allOf: [ref('Cat'), { properties: { age: string } }] } }),
    'breaking',
    'breaking',
  ],
  [
    'in a list',
    [{ type: 'array', items: ref('Pet') }, family],
    [
      { type: 'array', items: ref('Pet') },
      { ...family, Cat: child({ size: { type: 'string', enum: ['s', 'm'] } }) },
    ],
    'compatible',
    'unknown',
  ],
  [
    'by a mapping',
    [ref('Pet'), { ...family, Pet: Pet(mapping({ c: 'Cat', d: 'Dog' })) }],
    [ref('Pet'), { ...family, Pet: Pet(mapping({ c: 'Cat', d: 'Dog' })), Cat: child({ size: { type: 'integer' } }) }],
    'breaking',
    'breaking',
  ],
  [
    'a renamed component by the same name of the mapping',
    [ref('Pet'), { ...family, Pet: Pet(mapping({ c: 'Cat', d: 'Dog' })) }],
    [ref('Pet'), { Pet: Pet(mapping({ c: 'Kitty', d: 'Dog' })), Kitty: family.Cat, Dog: family.Dog }],
    'compatible',
    'compatible',
  ],
  [
    'an optional property of the base',
    changed({}),
    changed({ Pet: { ...Pet(), properties: { kind: string, age: string } } }),
    'compatible',
    'compatible',
  ],
])('what stands for a base by its discriminator: %s', (_what, base, revision, request, response) => {
  expect(verdicts(base, revision)).toEqual([request, response]);
  expect(verdicts(base, base)).toEqual(['compatible', 'compatible']);
});

test('a change of the base is told once, and one of what extends it with its name', () => {
  const document = (schemas: object) =>
    documentOf({ responses: { 200: { content: { 'application/json': { schema: ref('Pet') } } } } }, { components: { schemas } });
  const told = (revision: object) =>
    diffDocuments(document(family), document({ ...family, ...revision })).changes.map(({ message }) => message);
  expect(told({ Pet: { ...Pet(), properties: { kind: string, age: string } } })).toHaveLength(1);
  const [only, ...more] = told({ Cat: child({ size: { type: 'string', enum: ['s', 'm'] } }) });
  expect(only).toContain('subtypes[Cat]');
  expect(more).toEqual([]);
});

test('Swagger 2.0: a definition that extends the base goes by its own name', () => {
  const document = (definitions: object) => {
    const responses = { 200: { description: '', schema: { $ref: '#/definitions/Pet' } } };
    const value = { swagger: '2.0', info: { title: '', version: '1' }, paths: { '/pets': { get: { responses } } }, definitions };
    return loadDocument({ name: 'pets.json', text: JSON.stringify(value) });
  };
  const Cat = (size: object) => ({ allOf: [{ $ref: '#/definitions/Pet' }, { type: 'object', properties: { size } }] });
  const base = { ...Pet(), discriminator: 'kind' };
  const before = document({ Pet: base, Cat: Cat(string) });
  expect(diffDocuments(before, document({ Pet: base, Cat: Cat({ type: 'integer' }) })).verdict).toBe('breaking');
  expect(diffDocuments(before, document({ Pet: base, Cat: Cat(string), Dog: Cat(string) })).verdict).toBe('breaking');
  expect(diffDocuments(before, document({ Pet: base, Kitty: Cat(string) })).verdict).toBe('unknown');
});
