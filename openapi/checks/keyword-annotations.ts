import { isObject } from '../document/node.ts';
import { canonicalJson, equalJson, shownJson } from '../schema/json-value.ts';
import type { Schema } from '../schema/schema.ts';
import { type KeywordCheck, type KeywordFinding, sidesOf } from './keyword-finding.ts';

/** Defaults and discriminators: they do not change which values there are. */
export const checkAnnotations: KeywordCheck = (base, revision) => [
  ...checkDefault(base, revision),
  ...checkDiscriminator(base, revision),
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

function checkDiscriminator(base: Schema, revision: Schema): KeywordFinding[] {
  const [before, after] = [discriminatorOf(base), discriminatorOf(revision)];
  const sides = sidesOf(base, revision, 'discriminator');
  if (!before || !after) return before || after ? [{ suffix: after ? 'discriminator-added' : 'discriminator-removed', ...sides }] : [];
  const renamed: KeywordFinding[] =
    before.property === after.property
      ? []
      : [{ suffix: 'discriminator-property-name-changed', ...sides, detail: `from ${before.property} to ${after.property}` }];
  return [...renamed, ...checkMapping(before.mapping, after.mapping, sides)];
}

function checkMapping(before: Mapping, after: Mapping, sides: Pick<KeywordFinding, 'base' | 'revision'>): KeywordFinding[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    if (before[name] === after[name]) return [];
    const action = before[name] === undefined ? 'added' : after[name] === undefined ? 'deleted' : 'changed';
    return [{ suffix: `discriminator-mapping-${action}`, ...sides, detail: name, item: name }];
  });
}

type Mapping = Readonly<Record<string, string | undefined>>;

/** In Swagger 2.0 the discriminator is only the name of its property. */
function discriminatorOf(schema: Schema): { property: string; mapping: Mapping } | undefined {
  const { discriminator } = schema.raw;
  if (typeof discriminator === 'string') return { property: discriminator, mapping: {} };
  if (!isObject(discriminator)) return undefined;
  const mapping = isObject(discriminator.mapping) ? discriminator.mapping : {};
  return {
    property: String(discriminator.propertyName),
    mapping: Object.fromEntries(Object.entries(mapping).map(([name, to]) => [name, lastPart(String(to))])),
  };
}

/** A component that only moved is still the same. */
function lastPart(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}
