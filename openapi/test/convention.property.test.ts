import fc from 'fast-check';
import { diffDocuments } from '../index.ts';
import { judgeOf } from './judge.ts';
import { documentOf } from './places.ts';
import { jsonSchema, jsonValue } from './schema-arbitrary.ts';

/** Properties that both documents declare: there the convention about undeclared ones says nothing, and the law is exact. */
const declared = fc
  .tuple(jsonSchema, jsonSchema, fc.subarray(['a', 'b']))
  .map(([a, b, required]) => ({ type: 'object', properties: { a, b }, required }));

/** Within a part, what only one side declares, forbids or distinguishes is read by convention. */
const BY_CONVENTION = /"(properties|additionalProperties|oneOf)"/;
const isExact = (schema: { properties: object }) => !BY_CONVENTION.test(JSON.stringify(schema.properties));

const values = fc.array(fc.record({ a: jsonValue, b: jsonValue }, { requiredKeys: [] }), { minLength: 12, maxLength: 12 });

test.each([
  ['request', (schema: object) => documentOf({ requestBody: { content: { 'application/json': { schema } } } })],
  ['response', (schema: object) => documentOf({ responses: { 200: { content: { 'application/json': { schema } } } } })],
] as const)('a document is never called compatible when a value tells its %ss apart', (direction, document) => {
  const seen = { compatible: 0, breaking: 0, unknown: 0 };
  fc.assert(
    fc.property(declared.filter(isExact), declared.filter(isExact), values, (base, revision, tried) => {
      const { verdict, changes } = diffDocuments(document(base), document(revision));
      seen[verdict]++;
      const [narrow, wide] = direction === 'request' ? [base, revision] : [revision, base];
      const [inNarrow, inWide] = [judgeOf(narrow), judgeOf(wide)];
      for (const { counterExample } of changes)
        if (counterExample) expect([inNarrow(counterExample.value) ?? true, inWide(counterExample.value) ?? false]).toEqual([true, false]);
      if (verdict === 'compatible')
        expect([base, revision, tried.find((value) => inNarrow(value) && inWide(value) === false)]).toEqual([base, revision, undefined]);
    }),
    { numRuns: 250 },
  );
  expect(seen.breaking).toBeGreaterThan(50);
});
