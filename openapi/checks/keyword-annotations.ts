import { canonicalJson, equalJson, shownJson } from '../schema/json-value.ts';
import type { Schema } from '../schema/schema.ts';
import { checkDiscriminators } from './keyword-discriminators.ts';
import { type KeywordCheck, type KeywordFinding, sidesOf } from './keyword-finding.ts';

/** Defaults and discriminators: they do not change which values there are. */
export const checkAnnotations: KeywordCheck = (base, revision) => [
  ...checkDefault(base, revision),
  ...checkDiscriminators(base, revision),
  ...checkExtensible(base, revision),
];

function checkDefault(base: Schema, revision: Schema): KeywordFinding[] {
  const [had, has] = [Object.hasOwn(base.raw, 'default'), Object.hasOwn(revision.raw, 'default')];
  const [before, after] = [base.raw.default, revision.raw.default];
  const sides = sidesOf(base, revision, 'default');
  if (had && has)
    return equalJson(before, after)
      ? []
      : [{ suffix: 'default-value-changed', ...sides, detail: `from ${shownJson(before)} to ${shownJson(after)}` }];
  if (had) return [{ suffix: 'default-value-removed', ...sides, detail: `it was ${shownJson(before)}` }];
  return has ? [{ suffix: 'default-value-added', ...sides, detail: shownJson(after) }] : [];
}

/** `x-extensible-enum` lists values without forbidding others. */
function checkExtensible(base: Schema, revision: Schema): KeywordFinding[] {
  const keyword = 'x-extensible-enum';
  const [before, after] = [base.raw[keyword], revision.raw[keyword]];
  if (!Array.isArray(before) || !Array.isArray(after)) return [];
  const known = new Set(after.map(canonicalJson));
  const removed = before.filter((value) => !known.has(canonicalJson(value)));
  return removed.map((value) => ({
    suffix: `${keyword}-value-removed`,
    ...sidesOf(base, revision, keyword),
    detail: shownJson(value),
    item: canonicalJson(value),
  }));
}
