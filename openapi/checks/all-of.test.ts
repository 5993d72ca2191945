import { expect, test } from '@jest/globals';
import { diffDocuments } from '../index.ts';
import { documentOf } from '../test/places.ts';

const string = { type: 'string' };
const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const Base = object({ id: string });
const more = (properties: object, and: object = {}) => ({ properties, ...and });
const extended = (...members: object[]) => ({ allOf: [ref('Base'), ...members] });

type Side = readonly [schema: object, components?: object];

function told([base, before = {}]: Side, [revision, after = {}]: Side): string[] {
  const document = (schema: object, schemas: object) =>
    documentOf({ requestBody: { content: { 'application/json': { schema } } } }, { components: { schemas: { Base, ...schemas } } });
  return diffDocuments(document(base, before), document(revision, after))
    .changes.filter(({ id }) => !id.startsWith('api-'))
    .map(({ level, id }) => `${level} ${id}`);
}

const listed = (...values: string[]) => ({ k: { enum: values } });

test.each<[what: string, base: Side, revision: Side, changes: readonly string[]]>([
  [
    'a length within the member in place',
    [extended(more({ a: string }))],
    [extended(more({ a: { ...string, maxLength: 5 } }))],
    ['warning request-property-max-length-set'],
  ],
  ['a length as one more member', [{ allOf: [string] }], [{ allOf: [string, { maxLength: 5 }] }], ['warning request-body-max-length-set']],
  [
    'a length beside a reference',
    [ref('S'), { S: string }],
    [{ ...ref('S'), maxLength: 5 }, { S: string }],
    ['warning request-body-max-length-set'],
  ],
  [
    'a property that moved to another member',
    [{ allOf: [more({ a: string }), more({ b: string })] }],
    [{ allOf: [more({}), more({ a: string, b: string })] }],
    [],
  ],
  ['a property that moved to the parent', [extended(more({ a: string }))], [{ ...extended(), ...more({ a: string }) }], []],
  [
    'a property that moved to the parent and changed',
    [extended(more({ a: string }))],
    [{ ...extended(), ...more({ a: { type: 'integer' } }) }],
    ['error request-property-type-changed'],
  ],
  [
    'a property that moved from a component and changed',
    [extended(more({ a: string })), { Base: object({ id: string, ...listed('x', 'y') }) }],
    [extended(more({ a: string, ...listed('x') }))],
    ['error request-property-enum-value-removed'],
  ],
  [
    'a need that moved to the parent',
    [extended(more({ a: string }, { required: ['a'] }))],
    [{ ...extended(more({ a: string })), required: ['a'] }],
    [],
  ],
  [
    'a member in place that became a component',
    [extended(more({ a: string }))],
    [extended(ref('More')), { More: more({ a: string }) }],
    [],
  ],
  [
    'a member in place that became a component with more',
    [extended(more({ a: string }))],
    [extended(ref('More')), { More: more({ a: string, b: string }) }],
    ['info new-optional-request-property'],
  ],
  ['a need as a member around a component', [ref('Base')], [extended({ required: ['id'] })], ['error request-property-became-required']],
  ['a property as a member around a component', [ref('Base')], [extended(more({ a: string }))], ['info new-optional-request-property']],
  [
    'a component that left, and its property with it',
    [extended(ref('More')), { More: object({ a: string }) }],
    [extended(), {}],
    ['warning request-property-removed'],
  ],
  [
    'a component that came, and needs its property',
    [extended(), {}],
    [extended(ref('More')), { More: object({ a: string }, { required: ['a'] }) }],
    ['error new-required-request-property'],
  ],
  [
    'a component that came, and needs what was there',
    [extended(more({ a: string })), {}],
    [extended(more({ a: string }), ref('More')), { More: { required: ['a'] } }],
    ['error request-property-became-required'],
  ],
  [
    'a component that came, and left its property to another',
    [extended(ref('Old')), { Old: object({ a: string, b: string, c: string }) }],
    [extended(more({ a: string, b: string, c: string })), {}],
    [],
  ],
  [
    'a component that was renamed, and lost a property',
    [extended(ref('Old')), { Old: object({ a: string, b: string, c: string }) }],
    [extended(ref('New')), { New: object({ a: string, b: string }) }],
    ['warning request-property-removed'],
  ],
])('allOf: %s', (_what, base, revision, changes) => {
  expect(told(base, revision)).toEqual(changes);
});
