import { unwrapNull } from '../diff/unwrap-null.ts';
import { canonicalJson, shownJson } from '../schema/json-value.ts';
import type { Schema } from '../schema/schema.ts';
import { type KeywordCheck, type KeywordFinding, sidesOf } from './keyword-finding.ts';

/** Values of a list that are named one by one; a longer list is summed up after them. */
const MOST_NAMED = 200;

/** Lists of values and fixed values. */
export const checkValues: KeywordCheck = (before, after) => {
  const [base, revision] = [unwrapNull(before).schema, unwrapNull(after).schema];
  if (base.hasConst || revision.hasConst) return checkConst(base, revision);
  const [old, now] = [base.values, revision.values];
  const sides = sidesOf(base, revision, 'enum');
  if (!old && !now) return [];
  if (!old) return hasAlternatives(base) ? [] : [{ suffix: 'became-enum', ...sides, detail: shownJson(now) }];
  if (!now) return hasAlternatives(revision) ? [] : [{ suffix: 'enum-removed', ...sides }];
  return [...oneByOne('enum-value-removed', difference(old, now), sides), ...oneByOne('enum-value-added', difference(now, old), sides)];
};

function checkConst(base: Schema, revision: Schema): KeywordFinding[] {
  const sides = sidesOf(base, revision, 'const');
  if (base.hasConst && revision.hasConst) {
    if (canonicalJson(base.raw.const) === canonicalJson(revision.raw.const)) return [];
    return [{ suffix: 'const-changed', ...sides, detail: `from ${shownJson(base.raw.const)} to ${shownJson(revision.raw.const)}` }];
  }
  if (base.hasConst) {
    const kept = revision.values?.some((value) => canonicalJson(value) === canonicalJson(base.raw.const));
    return [
      { suffix: revision.values && !kept ? 'const-changed' : 'const-removed', ...sides, detail: `it was ${shownJson(base.raw.const)}` },
    ];
  }
  return [{ suffix: 'const-added', ...sides, detail: shownJson(revision.raw.const) }];
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
