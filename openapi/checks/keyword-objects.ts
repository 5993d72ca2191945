import { sameAssertions } from '../schema/same-schema.ts';
import type { Schema } from '../schema/schema.ts';
import { allowsType, type KeywordCheck, type KeywordFinding, sidesOf } from './keyword-finding.ts';

/** Keywords of objects and arrays beside properties, and conditions. */
export const checkObjects: KeywordCheck = (base, revision) => {
  const objects = allowsType(base, 'object') && allowsType(revision, 'object');
  const arrays = allowsType(base, 'array') && allowsType(revision, 'array');
  return [
    ...(objects ? checkObjectKeywords(base, revision) : []),
    ...(arrays ? checkArrayKeywords(base, revision) : []),
    ...['if', 'then', 'else'].flatMap((keyword) => presence(base, revision, { keyword, suffix: keyword, changed: keyword === 'if' })),
  ];
};

interface Watched {
  readonly keyword: string;
  readonly suffix: string;
  /** Tells a change of the schema itself too, because it is not looked into. */
  readonly changed?: boolean;
}

function presence(base: Schema, revision: Schema, { keyword, suffix, changed }: Watched): KeywordFinding[] {
  const [before, after] = [constraint(base, keyword), constraint(revision, keyword)];
  const sides = sidesOf(base, revision, keyword);
  if (before && after) return changed && !sameAssertions(before, after) ? [{ suffix: `${suffix}-changed`, ...sides }] : [];
  if (!before && !after) return [];
  return [{ suffix: `${suffix}-${after ? 'added' : 'removed'}`, ...sides }];
}

/** `unevaluatedProperties: true` and `items: {}` say what their absence says. */
function constraint(schema: Schema, keyword: string): Schema | undefined {
  const part = schema.schema(keyword);
  return part?.isAnything ? undefined : part;
}

function checkArrayKeywords(base: Schema, revision: Schema): KeywordFinding[] {
  const found = [
    ...presence(base, revision, { keyword: 'contains', suffix: 'contains', changed: true }),
    ...presence(base, revision, { keyword: 'unevaluatedItems', suffix: 'unevaluated-items' }),
    ...(Array.isArray(base.raw.items) || Array.isArray(revision.raw.items)
      ? []
      : presence(base, revision, { keyword: 'items', suffix: 'items' })),
  ];
  const [before, after] = [base.prefixItems.length, revision.prefixItems.length];
  if (before !== after)
    found.push({
      suffix: after > before ? 'prefix-items-added' : 'prefix-items-removed',
      ...sidesOf(base, revision, 'prefixItems'),
      detail: `from ${before} to ${after}`,
    });
  const [unique, stillUnique] = [base.flag('uniqueItems'), revision.flag('uniqueItems')];
  if (unique !== stillUnique)
    found.push({ suffix: stillUnique ? 'unique-items-added' : 'unique-items-removed', ...sidesOf(base, revision, 'uniqueItems') });
  return found;
}

function checkObjectKeywords(base: Schema, revision: Schema): KeywordFinding[] {
  const [before, after] = [base.others, revision.others];
  const others =
    (before && after && sameAssertions(before, after)) || (isClosed(base) && isClosed(revision))
      ? []
      : [
          ...checkClosing(base, revision),
          ...presence(base, revision, { keyword: 'unevaluatedProperties', suffix: 'unevaluated-properties' }).map(
            asClosing(base, revision),
          ),
        ];
  return [
    ...others,
    ...presence(base, revision, { keyword: 'propertyNames', suffix: 'property-names', changed: true }),
    ...named(base, revision, { keyword: 'patternProperties', suffix: 'pattern-property' }),
    ...named(base, revision, { keyword: 'dependentSchemas', suffix: 'dependent-schema' }),
    ...checkDependentRequired(base, revision),
  ];
}

function checkClosing(base: Schema, revision: Schema): KeywordFinding[] {
  const [before, after] = [base.additional, revision.additional];
  const sides = sidesOf(base, revision, 'additionalProperties');
  if (before?.always !== after?.always)
    return [{ suffix: after?.always === false ? 'additional-properties-forbidden' : 'additional-properties-allowed', ...sides }];
  if (Boolean(before) === Boolean(after)) return [];
  // Of a map its values are all that there is; beside declared properties others may be an oversight.
  const level = base.properties.size + revision.properties.size > 0 ? ({ level: 'warning' } as const) : {};
  return [{ suffix: after ? 'additional-properties-constrained' : 'additional-properties-unconstrained', ...sides, ...level }];
}

function isClosed(schema: Schema): boolean {
  return [schema.additional, schema.schema('unevaluatedProperties')].some((part) => part?.always === false);
}

/** An object that is closed or opened over its allOf: no more is known of who sends or reads other properties than without one. */
function asClosing(base: Schema, revision: Schema) {
  return (finding: KeywordFinding): KeywordFinding => {
    const [closed, opened] = [isClosed(revision), isClosed(base)];
    return closed || opened ? { ...finding, level: closed ? 'warning' : 'info' } : finding;
  };
}

function named(base: Schema, revision: Schema, { keyword, suffix }: Watched): KeywordFinding[] {
  const [before, after] = [base.schemas(keyword), revision.schemas(keyword)];
  const tell = (action: string, name: string) => ({
    suffix: `${suffix}-${action}`,
    ...sidesOf(base, revision, keyword, name),
    detail: name,
    item: name,
  });
  return [
    ...[...before.keys()].filter((name) => !after.has(name)).map((name) => tell('removed', name)),
    ...[...after.keys()].filter((name) => !before.has(name)).map((name) => tell('added', name)),
  ];
}

function checkDependentRequired(base: Schema, revision: Schema): KeywordFinding[] {
  const [before, after] = [base.dependentRequired, revision.dependentRequired];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [old, now] = [before.get(name), after.get(name)];
    if (old && now && [...old].sort().join('\n') === [...now].sort().join('\n')) return [];
    const action = old ? (now ? 'changed' : 'removed') : 'added';
    return [{ suffix: `dependent-required-${action}`, ...sidesOf(base, revision, 'dependentRequired', name), detail: name, item: name }];
  });
}
