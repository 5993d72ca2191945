import { sameAssertions } from '../schema/same-schema.ts';
import type { Branch, Schema } from '../schema/schema.ts';
import { constrains, isNothingBut } from './constrains.ts';

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
 * became a member of an allOf, beside others or more words, is taken for one all along; so is what became one of several alternatives.
 */
export function unwrapped(base: Schema, revision: Schema): readonly [base: Schema, revision: Schema] {
  const [first, second] = [unwrapNull(base).schema, unwrapNull(revision).schema];
  const [old, now] = [withoutWrapper(first, second), withoutWrapper(second, first)];
  const before = hasAlternatives(now) ? old : onlyAlternative(old);
  const after = hasAlternatives(old) ? now : onlyAlternative(now);
  return [wrappedAs(before, after), wrappedAs(after, before)];
}

/** Without the allOf that is only written around one of the two. */
function withoutWrapper(schema: Schema, other: Schema): Schema {
  const wrote = other.raw.allOf !== undefined && (other.componentName === undefined || schema.componentName !== undefined);
  return wrote ? schema : onlyMember(schema);
}

function wrappedAs(schema: Schema, other: Schema): Schema {
  if (schema.allOf.length === 0 && other.allOf.some((member) => sameAssertions(member.schema, schema))) return schema.asOnly('allOf');
  if (hasAlternatives(schema) || !isNothingBut(other, ['oneOf', 'anyOf', 'discriminator'])) return schema;
  const isOne = (branch: Branch) =>
    sameAssertions(branch.schema, schema) || (branch.isReference === true && branch.name === schema.componentName);
  const keyword = (['oneOf', 'anyOf'] as const).find((name) => other[name].some(isOne));
  return keyword ? schema.asOnly(keyword) : schema;
}

/** What an allOf is only written around, as OpenAPI 3.0 has it for whatever stands beside a reference. */
function onlyMember(schema: Schema): Schema {
  if (schema.allOf.length === 0 || !isNothingBut(schema, ['allOf', 'type'])) return schema;
  const [only, ...more] = schema.allOf.filter((member) => constrains(member.schema));
  return only && more.length === 0 ? only.schema : schema;
}

function hasAlternatives(schema: Schema): boolean {
  return schema.oneOf.length + schema.anyOf.length > 0;
}

function onlyAlternative(schema: Schema): Schema {
  const [only, ...more] = [...schema.oneOf, ...schema.anyOf];
  return only && more.length === 0 && isNothingBut(schema, ['oneOf', 'anyOf']) ? only.schema : schema;
}

export function isNull(schema: Schema): boolean {
  const onlyType = schema.types?.size === 1 && schema.types.has('null');
  return onlyType || (schema.values?.length === 1 && schema.values[0] === null);
}
