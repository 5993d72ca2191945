import { unwrapped } from '../diff/unwrap-null.ts';
import { canonicalJson, equalJson, shownJson } from '../schema/json-value.ts';
import type { Schema } from '../schema/schema.ts';
import { checkDiscriminators } from './keyword-discriminators.ts';
import { type KeywordCheck, type KeywordFinding, keywordAt, sidesOf } from './keyword-finding.ts';
import { checkOthers } from './keyword-others.ts';
import { checkPerhapsNull } from './keyword-types.ts';

/** Defaults, discriminators and the like: they do not change which values there are. */
export const checkAnnotations: KeywordCheck = (base, revision) => {
  const inner = unwrapped(base, revision);
  return [
    ...checkDefault([base, inner[0]], [revision, inner[1]]),
    ...checkDiscriminators(...inner),
    ...checkExtensible(...inner),
    ...checkPerhapsNull(base, revision),
    ...checkOthers(...inner),
  ];
};

/** A schema that may be null has its default beside the null, or within the schema that is not. */
type Layers = readonly [outer: Schema, inner: Schema];

function checkDefault(base: Layers, revision: Layers): KeywordFinding[] {
  const [old, now] = [base, revision].map((layers) => layers.find(({ raw }) => Object.hasOwn(raw, 'default')));
  const [before, after] = [old?.raw.default, now?.raw.default];
  const sides = { base: keywordAt(old ?? base[0], 'default'), revision: keywordAt(now ?? revision[0], 'default') };
  if (old && now)
    return equalJson(before, after)
      ? []
      : [{ suffix: 'default-value-changed', ...sides, detail: `from ${shownJson(before)} to ${shownJson(after)}` }];
  if (old) return [{ suffix: 'default-value-removed', ...sides, detail: `it was ${shownJson(before)}` }];
  return now ? [{ suffix: 'default-value-added', ...sides, detail: shownJson(after) }] : [];
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
