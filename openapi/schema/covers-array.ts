import { accepts } from './accepts.ts';
import type { Asking } from './asking.ts';
import { type Failure, fails } from './failure.ts';
import { itemAt, longestPrefix } from './object-parts.ts';
import { type Product, tightest } from './product.ts';
import { sameAssertions } from './same-schema.ts';
import type { Schema } from './schema.ts';

/** Whether every array of the product passes the schema's own keywords for arrays. */
export function coversArrays(asking: Asking, product: Product, schema: Schema): Failure | undefined {
  const { members } = product;
  const [fewest, most] = [schema.number('minItems') ?? 0, schema.number('maxItems')];
  if (tightest(members, 'minItems', 'least', 0) < fewest) return fails(schema, `arrays of fewer than ${fewest} items are not accepted`);
  if (most !== undefined && tightest(members, 'maxItems', 'most', Number.POSITIVE_INFINITY) > most)
    return fails(schema, `arrays of more than ${most} items are not accepted`);
  if (schema.flag('uniqueItems') && !members.some((member) => member.flag('uniqueItems')) && tightest(members, 'maxItems', 'most', 2) > 1)
    return fails(schema, 'arrays with equal items are not accepted');
  return coversItems(asking, product, schema) ?? coversContains(asking, product, schema) ?? coversUnevaluated(product, schema);
}

function coversItems(asking: Asking, { members }: Product, schema: Schema): Failure | undefined {
  const longest = tightest(members, 'maxItems', 'most', Number.POSITIVE_INFINITY);
  // One position beyond both prefixes stands for all that follow.
  const last = Math.min(Math.max(longestPrefix(members), schema.prefixItems.length), 1_000);
  for (let index = 0; index <= last && index < longest; index++) {
    const wide = schema.prefixItems[index] ?? schema.items;
    const failure = wide && asking.covers(itemAt(members, index), [wide]);
    if (failure) return failure;
  }
  return undefined;
}

function coversContains(asking: Asking, product: Product, schema: Schema): Failure | undefined {
  const contains = schema.schema('contains');
  if (!contains) return undefined;
  const [least, most] = [schema.number('minContains') ?? 1, schema.number('maxContains')];
  for (const member of product.members) {
    const own = member.schema('contains');
    if (!own || !sameAssertions(own, contains)) continue;
    const enough = (member.number('minContains') ?? 1) >= least;
    const few = most === undefined || (member.number('maxContains') ?? Number.POSITIVE_INFINITY) <= most;
    if (enough && few) return undefined;
    return fails(
      schema,
      enough ? `more than ${most} matching items are not accepted` : `fewer than ${least} matching items are not accepted`,
      false,
    );
  }
  const all = asking.covers(itemAt(product.members, 0), [contains]) === undefined && longestPrefix(product.members) === 0;
  const longest = tightest(product.members, 'maxItems', 'most', Number.POSITIVE_INFINITY);
  if (least === 0 && (most === undefined || longest <= most)) return undefined;
  if (all && tightest(product.members, 'minItems', 'least', 0) >= least && (most === undefined || longest <= most)) return undefined;
  return fails(schema, 'arrays without a matching item are not accepted', least > 0 && accepts(contains, []) !== undefined);
}

function coversUnevaluated({ members }: Product, schema: Schema): Failure | undefined {
  if (!schema.schema('unevaluatedItems') || schema.schema('unevaluatedItems')?.isAnything) return undefined;
  const longest = tightest(members, 'maxItems', 'most', Number.POSITIVE_INFINITY);
  if (schema.items || longest === 0) return undefined;
  return fails(schema, 'items that no other keyword looks at are constrained', false);
}
