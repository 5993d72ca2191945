import { type DocumentFixture, documentFixtures, type Side } from '../fixtures/documents.ts';
import { type DiffOptions, diffDocuments, explainRule, findRule, rules } from '../index.ts';
import { documentOf } from '../test/places.ts';
import { schemaRules } from './schema-rules.ts';

const POLICY: Record<string, DiffOptions> = {
  'api-deprecated-sunset-missing': { deprecationDays: 90 },
  'request-parameter-deprecated-sunset-missing': { deprecationDays: 90 },
  'request-property-deprecated-sunset-missing': { deprecationDays: 90 },
  'response-property-deprecated-sunset-missing': { deprecationDays: 90 },
};

const side = ({ document = {}, ...operation }: Side) => documentOf(operation, document);
const pointer = (at: string | null) => at?.replace(/^#/, '/paths/~1things/post') ?? null;

test.each(Object.entries(documentFixtures))('%s', (id, { base, revision, at }: DocumentFixture) => {
  const { changes } = diffDocuments(side(base), side(revision), { today: '2026-06-01', ...POLICY[id] });
  const told = changes.filter((change) => change.id === id);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ base: pointer(at[0]), revision: pointer(at[1]), level: findRule(id)?.level });
});

test('every rule has a fixture', () => {
  const covered = new Set([...schemaRules.map(({ id }) => id), ...Object.keys(documentFixtures)]);
  expect(rules.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
  expect(Object.keys(documentFixtures).filter((id) => !findRule(id))).toEqual([]);
});

test('rules are named once, and say what they mean, why it breaks and what to do instead', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  expect(rules.filter(({ means, breaks, instead }) => !means || !breaks || !instead).map(({ id }) => id)).toEqual([]);
  expect(explainRule(findRule('request-property-became-required')!)).toContain('became required');
});
