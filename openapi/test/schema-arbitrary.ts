import fc from 'fast-check';

/** Names that schemas and values share, so that they meet. */
const NAMES = ['a', 'b', 'x-c'];

const scalar = fc.constantFrom<unknown>(null, true, false, 0, 1, 2, 3.5, -1, 10, '', 'a', 'ab', 'abc', 'x-1', 'A');

/** Values of every type, small and close to the limits that the schemas draw. */
export const jsonValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 5, arbitrary: scalar },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
    { weight: 3, arbitrary: fc.dictionary(fc.constantFrom(...NAMES, 'd'), tie('value'), { maxKeys: 3, noNullPrototype: true }) },
  ),
})).value;

const count = fc.integer({ min: 0, max: 3 });
const bound = fc.constantFrom(-1, 0, 1, 2, 3.5, 10);

/**
 * Random schemas over the keywords of 2020-12, many of which accept something. Without unevaluated*, and without `contains` beside
 * `prefixItems`: there Ajv 8 itself takes items for looked at by branches that failed, and empty arrays for matching.
 */
export const jsonSchema: fc.Arbitrary<Keywords> = fc.letrec<{ schema: unknown; object: Keywords }>((tie) => {
  const sub = tie('schema');
  const few = (least: number) => fc.array(sub, { minLength: least, maxLength: 3 });
  const keyword = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        type: fc.oneof(
          fc.constantFrom('string', 'integer', 'number', 'object', 'array', 'boolean', 'null'),
          fc.uniqueArray(fc.constantFrom('string', 'number', 'null', 'object', 'integer'), { minLength: 1, maxLength: 3 }),
        ),
      }),
    },
    fc.record({ enum: fc.uniqueArray(scalar, { minLength: 1, maxLength: 4 }) }),
    fc.record({ const: scalar }),
    fc.record({ minimum: bound }),
    fc.record({ maximum: bound }),
    fc.record({ exclusiveMinimum: bound }),
    fc.record({ exclusiveMaximum: bound }),
    fc.record({ multipleOf: fc.constantFrom(1, 2, 0.5) }),
    fc.record({ minLength: count }),
    fc.record({ maxLength: count }),
    fc.record({ pattern: fc.constantFrom('^a', '^[a-z]+$', '^\\w*$', 'b$', '.*') }),
    fc.record({ minItems: count }),
    fc.record({ maxItems: count }),
    fc.record({ uniqueItems: fc.boolean() }),
    fc.record({ items: sub }),
    fc.record({ prefixItems: few(1) }),
    fc.record({ contains: sub, minContains: count, maxContains: count }, { requiredKeys: ['contains'] }),
    {
      weight: 4,
      arbitrary: fc.record({ properties: fc.dictionary(fc.constantFrom(...NAMES), sub, { maxKeys: 2, noNullPrototype: true }) }),
    },
    { weight: 2, arbitrary: fc.record({ required: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 }) }) },
    { weight: 2, arbitrary: fc.record({ additionalProperties: fc.oneof(fc.boolean(), sub) }) },
    fc.record({ patternProperties: fc.dictionary(fc.constantFrom('^x-', '^a'), sub, { maxKeys: 1, noNullPrototype: true }) }),
    fc.record({ propertyNames: fc.record({ pattern: fc.constantFrom('^[a-z]', '^x-') }) }),
    fc.record({ minProperties: count }),
    fc.record({ maxProperties: count }),
    fc.record({
      dependentRequired: fc.dictionary(fc.constantFrom(...NAMES), fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 }), {
        maxKeys: 1,
        noNullPrototype: true,
      }),
    }),
    fc.record({ dependentSchemas: fc.dictionary(fc.constantFrom(...NAMES), sub, { maxKeys: 1, noNullPrototype: true }) }),
    fc.record({ allOf: few(1) }),
    fc.record({ anyOf: few(1) }),
    fc.record({ oneOf: few(1) }),
    fc.record({ not: sub }),
    // biome-ignore lint/suspicious/noThenProperty: it is the keyword's name
    fc.record({ if: sub, then: sub, else: sub }, { requiredKeys: ['if'] }),
  );
  const object = fc.array(keyword, { minLength: 1, maxLength: 3 }).map((parts) => withoutTrouble(Object.assign({}, ...parts) as Keywords));
  return {
    object,
    schema: fc.oneof(
      { maxDepth: 3 },
      { weight: 1, arbitrary: fc.constantFrom<unknown>(true, {}, { type: 'string' }, { type: 'integer' }) },
      { weight: 6, arbitrary: tie('object') },
    ),
  };
}).object;

type Keywords = Readonly<Record<string, unknown>>;

function withoutTrouble({ prefixItems, ...schema }: Keywords): Keywords {
  return prefixItems === undefined || 'contains' in schema ? schema : { ...schema, prefixItems };
}

/** A change of one place of a schema: pairs that are alike find more than pairs that are strangers. */
export const schemaPair: fc.Arbitrary<readonly [unknown, unknown]> = fc.oneof(
  fc.tuple(jsonSchema, jsonSchema),
  fc.tuple(jsonSchema, jsonSchema).map(([schema, more]) => [schema, withoutTrouble({ ...schema, ...more })] as const),
  fc.tuple(jsonSchema, jsonSchema).map(([schema, more]) => [withoutTrouble({ ...schema, ...more }), schema] as const),
  fc.tuple(jsonSchema, jsonSchema).map(([a, b]) => [a, { anyOf: [a, b] }] as const),
  fc.tuple(jsonSchema, jsonSchema).map(([a, b]) => [{ allOf: [a, b] }, a] as const),
  fc.tuple(jsonSchema, jsonSchema).map(
    ([a, b]) =>
      [
        { type: 'object', properties: { a }, required: ['a'] },
        { type: 'object', properties: { a: b } },
      ] as const,
  ),
);
