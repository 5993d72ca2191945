import { unwrapped } from '../diff/unwrap-null.ts';
import { isObject } from '../document/node.ts';
import { canonicalJson, shownJson } from '../schema/json-value.ts';
import type { Schema } from '../schema/schema.ts';
import { type KeywordCheck, type KeywordFinding, keywordAt, sidesOf } from './keyword-finding.ts';

/** Values of a list that are named one by one; a longer list is summed up after them. */
const MOST_NAMED = 200;

/** Lists of values and fixed values. */
export const checkValues: KeywordCheck = (before, after) => {
  const [base, revision] = unwrapped(before, after);
  const [old, now] = [base.values, revision.values];
  if (base.hasConst && revision.hasConst) return checkConst(base, revision);
  if (!old && !now) return [];
  const sides = { base: valuesAt(base), revision: valuesAt(revision) };
  if (!old) {
    if (revision.hasConst) return [{ suffix: 'const-added', ...sides, detail: shownJson(revision.raw.const) }];
    return hasAlternatives(base) ? [] : [{ suffix: 'became-enum', ...sides, detail: shownJson(now) }];
  }
  if (!now) {
    if (base.hasConst) return [{ suffix: 'const-removed', ...sides, detail: `it was ${shownJson(base.raw.const)}` }];
    return hasAlternatives(revision) ? [] : [{ suffix: 'enum-removed', ...sides }];
  }
  const added = oneByOne('enum-value-added', difference(now, old), sides);
  return [
    ...oneByOne('enum-value-removed', difference(old, now), sides),
    ...(isOpen(base) ? added.map((finding) => ({ ...finding, level: 'info' as const })) : added),
  ];
};

/** A list that its readers were told not to take for complete. */
function isOpen({ raw }: Schema): boolean {
  const extensible = raw['x-extensible-enum'];
  const modelled = raw['x-ms-enum'];
  return (extensible !== undefined && extensible !== false) || (isObject(modelled) && modelled.modelAsString === true);
}

function checkConst(base: Schema, revision: Schema): KeywordFinding[] {
  if (canonicalJson(base.raw.const) === canonicalJson(revision.raw.const)) return [];
  const detail = `from ${shownJson(base.raw.const)} to ${shownJson(revision.raw.const)}`;
  return [{ suffix: 'const-changed', ...sidesOf(base, revision, 'const'), detail }];
}

/** The keyword that holds the values, or would. */
function valuesAt(schema: Schema) {
  const keyword = ['const', 'enum', 'oneOf', 'anyOf'].find((name) => schema.raw[name] !== undefined);
  return keywordAt(schema, keyword ?? 'enum');
}

function oneByOne(suffix: string, values: readonly unknown[], sides: Pick<KeywordFinding, 'base' | 'revision'>): KeywordFinding[] {
  const named = values.slice(0, MOST_NAMED).map((value) => ({ suffix, ...sides, detail: shownJson(value), item: canonicalJson(value) }));
  const rest = values.length - named.length;
  return rest > 0 ? [...named, { suffix, ...sides, detail: `and ${rest} more`, item: 'more' }] : named;
}

/** Null in a list is told as null, not as a value. */
function difference(values: readonly unknown[], others: readonly unknown[]): unknown[] {
  const known = new Set(others.map(canonicalJson));
  return values.filter((value) => value !== null && !known.has(canonicalJson(value)));
}

function hasAlternatives(schema: Schema): boolean {
  return schema.oneOf.length + schema.anyOf.length + schema.allOf.length > 0;
}
