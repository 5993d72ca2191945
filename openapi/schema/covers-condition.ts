import type { Asking } from './asking.ts';
import { apart } from './covers-union.ts';
import { type Failure, fails } from './failure.ts';
import { declares, needs } from './object-parts.ts';
import { type Product, waysOf } from './product.ts';
import { sameAssertions } from './same-schema.ts';
import type { Schema } from './schema.ts';

/** Whether every value of the product passes if/then/else, dependentRequired and dependentSchemas. */
export function coversConditions(asking: Asking, product: Product, schema: Schema): Failure | undefined {
  return coversIf(asking, product, schema) ?? (product.types.has('object') ? coversDependencies(asking, product, schema) : undefined);
}

function coversIf(asking: Asking, product: Product, schema: Schema): Failure | undefined {
  const condition = schema.schema('if');
  if (!condition) return undefined;
  const [then, otherwise] = [schema.schema('then'), schema.schema('else')];
  if (product.members.some((member) => sameCondition(member, schema))) return undefined;
  const never = apart(product, condition);
  const always = !never && !asking.coversProduct(product, condition);
  const thenHolds = never || !then || !leavesOut(asking, [...product.members, condition], then);
  const elseHolds = always || !otherwise || !asking.coversProduct(product, otherwise);
  return thenHolds && elseHolds ? undefined : fails(schema, 'values that meet `if` without its consequence are not accepted', false);
}

function sameCondition(a: Schema, b: Schema): boolean {
  return ['if', 'then', 'else'].every((keyword) => {
    const [x, y] = [a.schema(keyword), b.schema(keyword)];
    return x && y ? sameAssertions(x, y) : x === y;
  });
}

/** Some value that satisfies all of the first is perhaps not accepted by the second. */
function leavesOut(asking: Asking, narrow: readonly Schema[], wide: Schema): boolean {
  return waysOf(narrow).some((way) => asking.coversProduct(way, wide) !== undefined);
}

function coversDependencies(asking: Asking, { members }: Product, schema: Schema): Failure | undefined {
  for (const [name, others] of schema.dependentRequired) {
    const missing = others.find((other) => !needs(members, other, name));
    if (missing !== undefined)
      return fails(schema, `objects with ${name} and without ${missing} are not accepted`, declares(members, name));
  }
  for (const [name, dependent] of schema.schemas('dependentSchemas')) {
    const own = members.flatMap((member) => member.schemas('dependentSchemas').get(name) ?? []);
    const there = schema.sibling({ required: [name] });
    if (leavesOut(asking, [...members, ...own, there], dependent))
      return fails(schema, `objects with ${name} must be of another form`, false);
  }
  return undefined;
}
