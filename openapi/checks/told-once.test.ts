import { expect, test } from '@jest/globals';
import { diffDocuments } from '../index.ts';
import { documentOf } from '../test/places.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const list = (items: object) => ({ type: 'array', items });
const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
const text = { type: 'string' };
const state = (...values: string[]) => ({ type: 'string', enum: values });

type Schemas = Readonly<Record<string, object>>;

/** What an answer of `Root` tells above info when one part of it changes. */
function told(base: Schemas, revision: Schemas, direction: 'request' | 'response' = 'response') {
  const content = { 'application/json': { schema: ref('Root') } };
  const operation = direction === 'request' ? { requestBody: { content } } : { responses: { 200: { content } } };
  const document = (schemas: Schemas) => documentOf(operation, { components: { schemas } });
  const { changes } = diffDocuments(document(base), document(revision));
  return changes.filter(({ level }) => level !== 'info').map(({ id, component }) => `${id} ${component}`);
}

/** Schemas that refer to themselves, with a part that is given. */
const RECURSIVE: readonly [name: string, schemas: (part: object) => Schemas][] = [
  ['a list of itself', (part) => ({ Root: object({ children: list(ref('Root')), part }) })],
  ['a map of itself', (part) => ({ Root: object({ part }, { additionalProperties: ref('Root') }) })],
  ['a map in a property', (part) => ({ Root: object({ part, byName: { type: 'object', additionalProperties: ref('Root') } }) })],
  ['anyOf of itself', (part) => ({ Root: object({ part, parent: { anyOf: [text, ref('Root')] } }) })],
  ['oneOf of itself and others', (part) => ({ Root: object({ part, of: { oneOf: [ref('Root'), list(ref('Root')), text] } }) })],
  [
    'an expandable reference, as Stripe writes it',
    (part) => ({
      Root: object({ id: text, owner: { anyOf: [{ type: 'string', maxLength: 5000 }, ref('Owner'), ref('Gone')] } }),
      Owner: object({ id: text, root: { anyOf: [text, ref('Root')] }, last: { anyOf: [text, ref('Order')], nullable: true }, part }),
      Gone: object({ deleted: { type: 'boolean', enum: [true] }, id: text }),
      Order: object({ owner: { anyOf: [text, ref('Owner')] }, items: list(ref('Root')) }),
    }),
  ],
  ['two that refer to each other', (part) => ({ Root: object({ other: ref('Other') }), Other: object({ root: ref('Root'), part }) })],
  [
    'the change is reached through the recursion only',
    (part) => ({
      Root: object({ a: ref('A') }),
      A: object({ b: ref('B'), a: ref('A') }),
      B: object({ a: ref('A'), root: ref('Root'), part }),
    }),
  ],
  [
    'allOf with a base that refers back',
    (part) => ({ Root: { allOf: [ref('Base'), object({ part })] }, Base: object({ next: ref('Root') }) }),
  ],
  [
    'a subtype that lists what it extends',
    (part) => ({
      Root: object({ kind: text }, { required: ['kind'], discriminator: { propertyName: 'kind' } }),
      Dog: { allOf: [ref('Root'), object({ friends: list(ref('Root')), part })] },
      Cat: { allOf: [ref('Root'), object({ owner: ref('Dog') })] },
    }),
  ],
];

const CHANGES: readonly [what: string, before: object, after: object, direction: 'request' | 'response', rule: RegExp][] = [
  ['a value is added to an enum of an answer', state('a'), state('a', 'b'), 'response', /^response-property-enum-value-added /],
  ['a value is taken from an enum of a request', state('a', 'b'), state('a'), 'request', /^request-property-enum-value-removed /],
  ['an answer becomes nullable', text, { type: ['string', 'null'] }, 'response', /^response-property-became-nullable /],
  [
    'a limit is lowered in a request',
    { type: 'string', maxLength: 9 },
    { type: 'string', maxLength: 8 },
    'request',
    /^request-property-max-length-decreased /,
  ],
];

const cases = RECURSIVE.flatMap(([name, schemas]) => CHANGES.map(([what, ...change]) => ({ name, what, schemas, change })));

test.each(cases)('$what in $name: one finding', ({ schemas, change: [before, after, direction, rule] }) => {
  expect(told(schemas(before), schemas(after), direction)).toEqual([expect.stringMatching(rule)]);
});

test.each(cases)('$what the other way round in $name: none', ({ schemas, change: [before, after, direction] }) => {
  expect(told(schemas(after), schemas(before), direction)).toEqual([]);
});

test('what breaks only as a whole is told once, although it refers to itself', () => {
  const schemas = (not: object): Schemas => ({ Root: object({ next: ref('Root'), of: list(ref('Root')), part: { ...text, not } }) });
  const found = told(schemas({ minLength: 5 }), schemas({ minLength: 7 }));
  expect(found).toHaveLength(1);
});

test('one change of a component has one group at all of its places, and places of their own', () => {
  const schemas = (part: object): Schemas => ({
    Root: object({ left: ref('Part'), right: object({ part: ref('Part') }) }),
    Part: object({ part }),
  });
  const content = { 'application/json': { schema: ref('Root') }, 'application/problem+json': { schema: ref('Part') } };
  const document = (part: object) =>
    documentOf({ responses: { 200: { content }, 201: { content } } }, { components: { schemas: schemas(part) } });
  const { changes } = diffDocuments(document(state('a')), document(state('a', 'b')));
  const added = changes.filter(({ id }) => id === 'response-property-enum-value-added');
  expect(added).toHaveLength(4);
  expect(new Set(added.map(({ fingerprint }) => fingerprint)).size).toBe(4);
  expect(new Set(added.map(({ group, component }) => `${group} ${component}`))).toEqual(new Set([`${added[0]?.group} Part.part`]));
});

test('what is written in an operation is a group of its own', () => {
  const document = (part: object) => documentOf({ responses: { 200: { content: { 'application/json': { schema: object({ part }) } } } } });
  const [change] = diffDocuments(document(state('a')), document(state('a', 'b'))).changes;
  expect(change).toMatchObject({ component: null, group: change?.fingerprint });
});

test('where a property has gone or come is told of the object that has it, not of the component that describes it', () => {
  const document = (properties: object) =>
    documentOf(
      { responses: { 200: { content: { 'application/json': { schema: ref('Root') } } } } },
      { components: { schemas: { Root: object(properties), Part: text } } },
    );
  const pointer = '/components/schemas/Root/properties/part';
  const [gone, come] = [document({ part: ref('Part'), id: text }), document({ id: text })];
  expect(diffDocuments(gone, come).changes[0]).toMatchObject({ base: pointer, component: 'Root.part' });
  expect(diffDocuments(come, gone).changes[0]).toMatchObject({ revision: pointer, component: 'Root.part' });
});

test.each([
  ['written in place', text, 'Root.part'],
  ['another component', ref('Other'), 'Part'],
])('a reference that became %s is told where that is', (_, other, component) => {
  const parts = (part: object): Schemas => ({ Root: object({ part }), Part: { type: 'integer' }, Other: text });
  expect(told(parts(ref('Part')), parts(other))).toEqual([`response-property-type-changed ${component}`]);
});

test('what stands in a property that is not sent breaks no request', () => {
  const schemas = (part: object): Schemas => ({
    Root: object({ own: { ...object({ deep: object({ part }) }), readOnly: true }, id: text }),
  });
  expect(told(schemas(state('a', 'b')), schemas(state('a')), 'request')).toEqual([]);
});

test('a type that became another is one finding; the properties are gone with it', () => {
  const object1 = object({ prefix: text, version: text }, { required: ['prefix', 'version'] });
  expect(told({ Root: object({ part: object1 }) }, { Root: object({ part: text }) })).toEqual(['response-property-type-changed Root.part']);
});

test('each alternative that came has an example of its own', () => {
  const kind = (name: string) => object({ kind: { const: name }, size: text }, { required: ['kind'] });
  const document = (...names: string[]) =>
    documentOf({ responses: { 200: { content: { 'application/json': { schema: { oneOf: names.map(kind) } } } } } });
  const { changes } = diffDocuments(document('a', 'b'), document('a', 'b', 'c', 'd'));
  const values = changes.filter(({ id }) => id === 'response-body-one-of-added').map(({ counterExample }) => counterExample?.value);
  expect(values).toEqual([{ kind: 'c' }, { kind: 'd' }]);
});
