import { matchMembers } from '../diff/members.ts';
import { effectiveProperty, requiresEffectively, withMembers } from '../schema/effective.ts';
import { canonicalJson } from '../schema/json-value.ts';
import type { Branch, Schema } from '../schema/schema.ts';

/** The properties that a schema itself declares and requires. */
export interface OwnProperties {
  readonly properties: Names;
  readonly required: Names;
}

type Names = Pick<ReadonlySet<string>, 'has' | 'keys'>;

/**
 * What each side says of properties by itself: what stands in it, and what a component says that came into its allOf or left it,
 * since that has no counterpart to be compared with.
 */
export function ownProperties(base: Schema, revision: Schema): { readonly base: OwnProperties; readonly revision: OwnProperties } {
  if (sameNames(base.allOf, revision.allOf) || hasUnknown(base) || hasUnknown(revision)) return { base, revision };
  const { removed, added } = matchMembers(base, revision);
  return { base: together(base, removed), revision: together(revision, added) };
}

/** Then each has its counterpart: members without a name are compared with what there is. */
function sameNames(before: readonly Branch[], after: readonly Branch[]): boolean {
  return before.length === after.length && before.every(({ name }, index) => name === after[index]!.name);
}

function hasUnknown(schema: Schema): boolean {
  return withMembers(schema).some(({ isUnknown }) => isUnknown);
}

function together(schema: Schema, members: readonly Branch[]): OwnProperties {
  if (members.length === 0) return schema;
  const all = [schema, ...members.flatMap((member) => withMembers(member.schema))];
  return {
    properties: new Set(all.flatMap(({ properties }) => [...properties.keys()])),
    required: new Set(all.flatMap(({ required }) => [...required])),
  };
}

const SAID_BY_PROPERTIES = new Set(['type', 'properties', 'required', 'title', 'description', 'example', 'examples', 'allOf', '$ref']);

/** Whether a member of allOf says nothing but which properties there are, none of which the other side has. */
export function isNewsOfProperties({ schema }: Branch, other: Schema): boolean {
  if (!withMembers(schema).some(({ properties, required }) => properties.size + required.size > 0)) return false;
  const elsewhere = new Set(withMembers(other).flatMap(({ properties }) => [...properties.keys()]));
  return withMembers(schema).every(
    (member) =>
      member.always === undefined &&
      !member.isUnknown &&
      Object.keys(member.raw).every((keyword) => SAID_BY_PROPERTIES.has(keyword) || keyword.startsWith('x-')) &&
      (member.types === undefined || member.types.has('object')) &&
      [...member.properties.keys()].every((name) => !elsewhere.has(name)),
  );
}

/** A property that all alternatives declare: it only moved, and the question for the whole tells whether they say the same. */
export function inEachAlternative({ oneOf, anyOf }: Schema, name: string): boolean {
  const alternatives = oneOf.length > 0 ? oneOf : anyOf;
  if (alternatives.length === 0 || !alternatives.every(({ schema }) => effectiveProperty(schema, name))) return false;
  return oneOf.length === 0 || [...(oneOf[0]?.schema.properties.keys() ?? [])].some((tag) => tellsApart(oneOf, tag));
}

/** Each alternative needs a value of the property that no other takes, so that none is taken for two of them. */
function tellsApart(alternatives: readonly Branch[], tag: string): boolean {
  const values = alternatives.flatMap(({ schema }) => {
    const listed = requiresEffectively(schema, tag) ? effectiveProperty(schema, tag)?.values : undefined;
    return listed?.map(canonicalJson) ?? [undefined];
  });
  return !values.includes(undefined) && new Set(values).size === values.length;
}
