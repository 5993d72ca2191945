import { discriminatorOf, namesOf } from '../schema/discriminator.ts';
import { effectiveProperty, withMembers } from '../schema/effective.ts';
import { canonicalJson, jsonTypeOf } from '../schema/json-value.ts';
import { sameAssertions, sameSchema } from '../schema/same-schema.ts';
import type { Branch, Schema } from '../schema/schema.ts';
import { isNull } from './unwrap-null.ts';

export interface Branches {
  readonly pairs: readonly { base: Schema; revision: Schema; name: string }[];
  readonly removed: readonly Branch[];
  readonly added: readonly Branch[];
}

type Alike = (a: Branch, b: Branch) => boolean;

/** Lists of alternatives that stand against each other. */
export interface Alternatives {
  /** As the revision writes them, unless it has none. */
  readonly keyword: 'anyOf' | 'oneOf';
  readonly before: readonly Branch[];
  readonly after: readonly Branch[];
}

/** The alternatives of both sides, without null, which is told as such. Where anyOf became oneOf they are still the same ones. */
export function alternativesIn(base: Schema, revision: Schema): Alternatives[] {
  const [had, has] = [onlyKeyword(base), onlyKeyword(revision)];
  const listed = (schema: Schema, keyword: 'anyOf' | 'oneOf') => schema[keyword].filter((branch) => !isNull(branch.schema));
  if (had && has && had !== has) return [{ keyword: has, before: listed(base, had), after: listed(revision, has) }];
  return (['anyOf', 'oneOf'] as const).map((keyword) => ({ keyword, before: listed(base, keyword), after: listed(revision, keyword) }));
}

function onlyKeyword({ anyOf, oneOf }: Schema): 'anyOf' | 'oneOf' | undefined {
  if (anyOf.length === 0) return oneOf.length > 0 ? 'oneOf' : undefined;
  return oneOf.length === 0 ? 'anyOf' : undefined;
}

/** Which alternatives are versions of each other. Those that a discriminator calls by one name are, whatever the components are called. */
export function matchAlternatives(base: Schema, revision: Schema, { before, after }: Pick<Alternatives, 'before' | 'after'>): Branches {
  // Named values are compared as a list of values.
  if (base.hasNamedValues && revision.hasNamedValues) return { pairs: [], removed: [], added: [] };
  return matchBranches(before, after, { first: sameName(base, revision), last: sameType });
}

/** The same for the components that stand for the two by their discriminators. */
export function matchSubtypes(base: Schema, revision: Schema): Branches {
  return matchAlternatives(base, revision, { before: base.subtypes, after: revision.subtypes });
}

function sameName(base: Schema, revision: Schema): Alike | undefined {
  const [before, after] = [discriminatorOf(base), discriminatorOf(revision)];
  if (!before || !after) return undefined;
  return (a, b) => {
    const names = namesOf(before, a);
    return namesOf(after, b).some((name) => names.includes(name));
  };
}

/**
 * Members of allOf, anyOf or oneOf on both sides: the same component first, then what is equal, then what is alike. Of two that are
 * left in the end `last` says whether they are versions of each other.
 */
export function matchBranches(
  base: readonly Branch[],
  revision: readonly Branch[],
  { first, last }: { first?: Alike | undefined; last: Alike },
): Branches {
  const pairs: { base: Schema; revision: Schema; name: string }[] = [];
  let removed = base;
  let added = revision;
  const match = (alike: Alike) => {
    for (const before of removed) {
      const after = added.find((candidate) => alike(before, candidate));
      if (!after) continue;
      pairs.push({ base: before.schema, revision: after.schema, name: before.name ?? String(base.indexOf(before)) });
      removed = removed.filter((branch) => branch !== before);
      added = added.filter((branch) => branch !== after);
    }
  };
  match((a, b) => a.name !== undefined && a.name === b.name && sameSchema(a.schema, b.schema));
  if (first) match(first);
  match((a, b) => sameSchema(a.schema, b.schema));
  match((a, b) => a.name !== undefined && a.name === b.name);
  match((a, b) => (a.name === undefined) !== (b.name === undefined) && sameAssertions(a.schema.withoutNull, b.schema.withoutNull));
  match((a, b) => a.name === undefined && b.name === undefined && alikeInKind(a.schema, b.schema));
  match((a, b) => a.name === undefined && b.name === undefined && shareValues(a.schema, b.schema));
  const [left, fresh] = [removed.length, added.length];
  // The only one that is left may have changed more than one among several.
  const alike = left === 1 && fresh === 1 ? 0.5 : 0.75;
  match((a, b) => isComponent(a) && isComponent(b) && shareOf(a.schema, b.schema) >= alike);
  if (removed.length === 1 && added.length === 1) match(last);
  return { pairs, removed, added };
}

/** Alternatives without a name of one type, unless they are objects that have nothing in common. */
function sameType(a: Branch, b: Branch): boolean {
  if (a.name !== undefined || b.name !== undefined || typesOf(a.schema) === '' || typesOf(a.schema) !== typesOf(b.schema)) return false;
  const names = propertyNames(a.schema);
  return names.size === 0 || [...propertyNames(b.schema)].some((name) => names.has(name));
}

function typesOf(schema: Schema): string {
  const types = schema.types ?? new Set(schema.values?.map(jsonTypeOf));
  return [...types].sort().join();
}

function shareValues(a: Schema, b: Schema): boolean {
  const values = new Set(a.values?.map(canonicalJson));
  return b.values?.some((value) => values.has(canonicalJson(value))) === true;
}

function isComponent({ name, isReference }: Branch): boolean {
  return isReference === true && name !== undefined;
}

/** How much of what two components say of properties is the same: nearly all, when only the name of the component is another. */
function shareOf(a: Schema, b: Schema): number {
  const [before, after] = [propertyNames(a), propertyNames(b)];
  const shared = [...before].filter((name) => after.has(name));
  const same = shared.filter((name) => sameAssertions(effectiveProperty(a, name)!, effectiveProperty(b, name)!));
  return same.length / Math.max(before.size, after.size, 1);
}

function propertyNames(schema: Schema): Set<string> {
  return new Set(withMembers(schema).flatMap((member) => [...member.properties.keys()]));
}

/** Two schemas without a name are versions of each other when their types are the same and they share most of their properties. */
function alikeInKind(a: Schema, b: Schema): boolean {
  if (typesOf(a) !== typesOf(b) || typesOf(a) === '') return false;
  if (a.values || b.values) return false;
  const names = [...a.properties.keys()];
  const shared = names.filter((name) => b.properties.has(name)).length;
  return names.length === 0 ? b.properties.size === 0 : shared * 2 >= Math.max(names.length, b.properties.size);
}
