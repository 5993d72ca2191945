import { sameAssertions } from '../schema/same-schema.ts';
import type { Schema } from '../schema/schema.ts';

/** A schema that may be null, told apart into the schema and the null, in whichever style it was written. */
export function unwrapNull(schema: Schema): { readonly schema: Schema; readonly nullable: boolean } {
  if (schema.nullable) return { schema: schema.withoutNull, nullable: true };
  if (schema.types?.has('null')) return { schema, nullable: schema.types.size > 1 && !schema.perhapsNullable };
  for (const branches of [schema.oneOf, schema.anyOf]) {
    const others = branches.filter((branch) => !isNull(branch.schema));
    if (others.length === branches.length) continue;
    const alone = others.length === 1 && schema.types === undefined && schema.properties.size === 0 && schema.allOf.length === 0;
    return { schema: alone ? others[0]!.schema : schema, nullable: others.length > 0 };
  }
  return { schema, nullable: schema.values?.includes(null) === true && schema.values.length > 1 };
}

/**
 * A pair of schemas without null, and without a oneOf or anyOf around all of the one where the other has no alternatives. What
 * became a member of an allOf, beside others or more words, is taken for one all along.
 */
export function unwrapped(base: Schema, revision: Schema): readonly [base: Schema, revision: Schema] {
  const [old, now] = [unwrapNull(base).schema, unwrapNull(revision).schema];
  const before = hasAlternatives(now) ? old : onlyAlternative(old);
  const after = hasAlternatives(old) ? now : onlyAlternative(now);
  return [isMemberOf(before, after) ? before.asMember : before, isMemberOf(after, before) ? after.asMember : after];
}

function isMemberOf(schema: Schema, other: Schema): boolean {
  return schema.allOf.length === 0 && other.allOf.some((member) => sameAssertions(member.schema, schema));
}

function hasAlternatives(schema: Schema): boolean {
  return schema.oneOf.length + schema.anyOf.length > 0;
}

function onlyAlternative(schema: Schema): Schema {
  const [only, ...more] = [...schema.oneOf, ...schema.anyOf];
  const says = Object.keys(schema.raw).filter((keyword) => !['oneOf', 'anyOf', 'title', 'description', 'nullable'].includes(keyword));
  return only && more.length === 0 && says.length === 0 ? only.schema : schema;
}

export function isNull(schema: Schema): boolean {
  const onlyType = schema.types?.size === 1 && schema.types.has('null');
  return onlyType || (schema.values?.length === 1 && schema.values[0] === null);
}
