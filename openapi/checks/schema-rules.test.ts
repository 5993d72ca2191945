import type { SchemaFixture } from '../fixtures/schemas.ts';
import { schemaFixtures, typeCompatible } from '../fixtures/schemas.ts';
import { type Change, diffDocuments } from '../index.ts';
import { IN_XML, PLACED, type PlacedSchema } from '../test/places.ts';
import { levelOfRule } from './registry.ts';
import { type Place, schemaRuleId, schemaRules } from './schema-rules.ts';

const found = new Set<string>();

function changes({ document }: PlacedSchema, { base, revision }: SchemaFixture): readonly Change[] {
  return diffDocuments(document(base), document(revision)).changes;
}

const cases = Object.entries(schemaFixtures).flatMap(([suffix, fixture]) =>
  PLACED.map((placed): [id: string, PlacedSchema, SchemaFixture] => [schemaRuleId(placed.place as Place, suffix), placed, fixture]),
);
const textual = [...PLACED.slice(4), ...IN_XML].map((placed): [string, PlacedSchema, SchemaFixture] => [
  `${placed.place}-type-compatible`,
  placed,
  placed.place.startsWith('request') ? typeCompatible.request : typeCompatible.response,
]);

const known = new Set(schemaRules.map(({ id }) => id));

test.each([...cases, ...textual].filter(([id]) => known.has(id)))('%s', (id, placed, fixture) => {
  const change = changes(placed, fixture).find((candidate) => candidate.id === id);
  expect(change).toMatchObject({
    id,
    method: 'POST',
    path: '/things',
    base: placed.pointer + fixture.at[0],
    revision: placed.pointer + fixture.at[1],
  });
  found.add(id);
  expect([levelOfRule(id), 'info']).toContain(change?.level);
});

test('every rule of schemas has a fixture', () => {
  expect([...known].filter((id) => !found.has(id))).toEqual([]);
});
