import { isNull, unwrapNull } from '../diff/unwrap-null.ts';
import { formatMatters, formatWithin } from '../schema/formats.ts';
import type { Branch, Schema } from '../schema/schema.ts';
import { type KeywordCheck, type KeywordFinding, keywordAt, sidesOf } from './keyword-finding.ts';

/** Types, formats and null; a oneOf or anyOf of nothing but types is a list of types. */
export const checkTypes: KeywordCheck = (base, revision) => {
  const [before, after] = [unwrapNull(base), unwrapNull(revision)];
  const found: KeywordFinding[] = [];
  if (before.nullable !== after.nullable && saysTypes(before.schema) && saysTypes(after.schema))
    found.push(nullFinding(base, revision, { now: after.nullable, unsure: base.perhapsNullable || revision.perhapsNullable }));
  return [...found, ...listed(before.schema, after.schema)];
};

/** Null that is among the types and not in the enum: whether it is a value, tools do not agree on. */
export const checkPerhapsNull: KeywordCheck = (base, revision) => {
  if (base.perhapsNullable === revision.perhapsNullable || unwrapNull(base).nullable || unwrapNull(revision).nullable) return [];
  return [nullFinding(base, revision, { now: revision.perhapsNullable, unsure: true })];
};

function nullFinding(base: Schema, revision: Schema, { now, unsure }: { now: boolean; unsure: boolean }): KeywordFinding {
  const sides = { base: nullAt(base), revision: nullAt(revision) };
  const doubt = unsure ? ({ detail: 'beside an enum without null', level: 'warning' } as const) : {};
  return { suffix: now ? 'became-nullable' : 'became-not-nullable', ...sides, ...doubt };
}

/** A schema of any type was nullable all along. */
function saysTypes(schema: Schema): boolean {
  return Boolean(schema.types ?? schema.values) || [schema.allOf, schema.anyOf, schema.oneOf].some((branches) => branches.length > 0);
}

function nullAt(schema: Schema) {
  const keyword = ['nullable', 'x-nullable', 'oneOf', 'anyOf', 'type'].find((name) => schema.raw[name] !== undefined);
  return keyword ? keywordAt(schema, keyword) : schema.node;
}

function listed(base: Schema, revision: Schema): KeywordFinding[] {
  const [before, after] = [typeList(base), typeList(revision)];
  const alternatives = base.types === undefined || revision.types === undefined;
  if (!alternatives || !before || !after || (before === base.types && after === revision.types)) return plain(base, revision);
  const sides = { base: typeAt(base), revision: typeAt(revision) };
  const detail = `from ${[...before].join(', ')} to ${[...after].join(', ')}`;
  if (includes(after, before)) return includes(before, after) ? [] : [{ suffix: 'list-of-types-widened', ...sides, detail }];
  return [{ suffix: includes(before, after) ? 'list-of-types-narrowed' : 'type-changed', ...sides, detail }];
}

function typeAt(schema: Schema) {
  const keyword = ['type', 'oneOf', 'anyOf'].find((name) => schema.raw[name] !== undefined);
  return keyword ? keywordAt(schema, keyword) : schema.node;
}

/** The types of a schema: written as such, or as alternatives that are nothing but types. */
export function typeList(schema: Schema): ReadonlySet<string> | undefined {
  if (schema.types) return schema.types;
  const branches = schema.oneOf.length > 0 ? schema.oneOf : schema.anyOf;
  if (branches.length === 0 || !branches.every(isType)) return undefined;
  return new Set(branches.filter((branch) => !isNull(branch.schema)).flatMap((branch) => [...(branch.schema.types ?? [])]));
}

function isType({ schema }: Branch): boolean {
  return (
    schema.types !== undefined &&
    Object.keys(schema.raw).every((keyword) => ['type', 'title', 'description', 'example', 'format'].includes(keyword))
  );
}

function plain(base: Schema, revision: Schema): KeywordFinding[] {
  const hasAlternatives = (schema: Schema) =>
    schema.types === undefined && schema.oneOf.length + schema.anyOf.length + schema.allOf.length > 0;
  // What alternatives and members say of types is compared with them.
  if (hasAlternatives(base) || hasAlternatives(revision)) return [];
  const [before, after] = [withoutNull(base.types), withoutNull(revision.types)];
  const sides = sidesOf(base, revision, 'type');
  const detail = `from ${shown(before)} to ${shown(after)}`;
  const [wider, narrower] = [includes(after, before), includes(before, after)];
  if (wider && narrower) return checkFormat(base, revision);
  return [{ suffix: wider ? 'type-generalized' : narrower ? 'type-specialized' : 'type-changed', ...sides, detail }];
}

function checkFormat(base: Schema, revision: Schema): KeywordFinding[] {
  const [before, after] = [base.text('format'), revision.text('format')];
  if (before === after || (!formatMatters(before) && !formatMatters(after))) return [];
  const sides = sidesOf(base, revision, 'format');
  const detail = `format ${before ?? 'none'} to ${after ?? 'none'}`;
  const wider = !formatMatters(after) || formatWithin(before ?? '', after);
  const narrower = !formatMatters(before) || formatWithin(after ?? '', before);
  return [{ suffix: wider ? 'type-generalized' : narrower ? 'type-specialized' : 'type-changed', ...sides, detail }];
}

function withoutNull(types: ReadonlySet<string> | undefined): ReadonlySet<string> | undefined {
  return types?.has('null') && types.size > 1 ? new Set([...types].filter((type) => type !== 'null')) : types;
}

/** Undefined stands for every type. */
function includes(wide: ReadonlySet<string> | undefined, narrow: ReadonlySet<string> | undefined): boolean {
  if (!wide) return true;
  return narrow !== undefined && [...narrow].every((type) => wide.has(type) || (type === 'integer' && wide.has('number')));
}

function shown(types: ReadonlySet<string> | undefined): string {
  return types ? [...types].join(' or ') : 'any type';
}
