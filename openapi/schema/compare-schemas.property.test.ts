import fc from 'fast-check';
import { judgeOf } from '../test/judge.ts';
import { jsonSchema, jsonValue, schemaPair } from '../test/schema-arbitrary.ts';
import { accepts } from './accepts.ts';
import { compareSchemas } from './compare-schemas.ts';
import { schemaFrom } from './schema-at.ts';

test('the engine judges values as the independent validator does', () => {
  fc.assert(
    fc.property(jsonSchema, fc.array(jsonValue, { minLength: 1, maxLength: 6 }), (schema, values) => {
      const judge = judgeOf(schema);
      for (const value of values) {
        const judged = judge(value);
        if (judged !== undefined) expect([schema, value, accepts(schemaFrom(schema), value)]).toEqual([schema, value, judged]);
      }
    }),
    { numRuns: 400 },
  );
});

test('what a value tells apart in the breaking direction is never called compatible', () => {
  const seen = { compatible: 0, breaking: 0, unknown: 0 };
  fc.assert(
    fc.property(schemaPair, fc.array(jsonValue, { minLength: 12, maxLength: 12 }), ([narrow, wide], values) => {
      const { verdict, reason, counterExample } = compareSchemas(schemaFrom(narrow), schemaFrom(wide), 'request');
      seen[verdict]++;
      const [inNarrow, inWide] = [judgeOf(narrow), judgeOf(wide)];
      if (counterExample) {
        const { value } = counterExample;
        expect([narrow, wide, value, inNarrow(value) ?? true, inWide(value) ?? false]).toEqual([narrow, wide, value, true, false]);
      }
      if (verdict === 'compatible')
        expect([narrow, wide, values.find((value) => inNarrow(value) && inWide(value) === false)]).toEqual([narrow, wide, undefined]);
      else expect(reason).toBeDefined();
    }),
    { numRuns: 900 },
  );
  // A law that is kept by never answering would be worth nothing.
  expect(seen.compatible).toBeGreaterThan(120);
  expect(seen.breaking).toBeGreaterThan(120);
  expect(seen.unknown).toBeLessThan(seen.breaking);
});
