import { accepts } from './accepts.ts';
import { discriminatorOf, namesOf } from './discriminator.ts';
import { effectiveProperty } from './effective.ts';
import { formatRange } from './formats.ts';
import { canonicalJson, JSON_TYPES, type JsonType, jsonTypeOf } from './json-value.ts';
import type { Branch, Schema } from './schema.ts';

/**
 * One way to satisfy a conjunction of schemas: every member must hold by its own keywords, with one branch chosen of each anyOf and
 * oneOf and all members of allOf listed. What all ways accept together is what the conjunction accepts, or more.
 */
export interface Product {
  readonly members: readonly Schema[];
  readonly types: ReadonlySet<JsonType>;
  /** Numbers are integers. */
  readonly integers: boolean;
  /** All the values there are, when they are few enough to be listed. */
  readonly values: readonly unknown[] | undefined;
  /** Type names that JSON does not know (`int`, `file`): only the same name accepts them. */
  readonly strange: ReadonlySet<string>;
}

/** Ways to satisfy, at most: beyond it branches are left unexpanded, which proves less but stays true. */
const MOST_WAYS = 200;

const NO_MEMBERS: readonly Schema[] = [];

const waysOfOne = new WeakMap<Schema, readonly Product[]>();

/** The ways to satisfy all the schemas at once; none when nothing can. Those of one schema alone are kept. */
export function waysOf(conjunction: readonly Schema[]): readonly Product[] {
  const [only] = conjunction;
  if (!only || conjunction.length > 1 || expanding.size > 0) return buildWays(conjunction);
  const ways = waysOfOne.get(only) ?? buildWays(conjunction);
  waysOfOne.set(only, ways);
  return ways;
}

function buildWays(conjunction: readonly Schema[]): Product[] {
  let ways: (readonly Schema[])[] = [NO_MEMBERS];
  for (const schema of conjunction) ways = cross(ways, alternatives(schema));
  return ways.map(productOf).filter(canBeSatisfied);
}

/** Schemas that one expansion may go through: unions of each other have more ways through them than anyone can wait for. */
const MOST_EXPANDED = 2_000;

let expansionsLeft = MOST_EXPANDED;
const expanding = new Set<Schema>();
const expanded = new WeakMap<Schema, readonly (readonly Schema[])[]>();

function alternatives(schema: Schema): readonly (readonly Schema[])[] {
  if (schema.isAnything) return [NO_MEMBERS];
  if (schema.always === false) return [];
  const known = expanded.get(schema);
  if (known) return known;
  // A schema that is part of itself by allOf or anyOf adds nothing the second time.
  if (expanding.has(schema)) return [NO_MEMBERS];
  if (expanding.size === 0) expansionsLeft = MOST_EXPANDED;
  if (--expansionsLeft < 0) return [[schema]];
  expanding.add(schema);
  try {
    const ways = schema.nullable ? [[nullOf(schema)], ...alternatives(schema.withoutNull)] : expand(schema);
    if (expanding.size === 1) expanded.set(schema, ways);
    return ways;
  } finally {
    expanding.delete(schema);
  }
}

function expand(schema: Schema): readonly (readonly Schema[])[] {
  // A schema that only holds an allOf says nothing itself; chains of them would make every question longer.
  let ways: readonly (readonly Schema[])[] = [isWrapper(schema) ? NO_MEMBERS : [schema]];
  for (const { schema: member } of schema.allOf) ways = cross(ways, alternatives(member));
  if (schema.subtypes.length > 0) {
    const standing = schema.subtypes.flatMap((branch) => cross(alternatives(branch.schema), [markerOf(schema, branch)]));
    ways = cross(ways, standing);
  }
  for (const branches of [schema.anyOf, schema.oneOf]) {
    if (branches.length === 0 || schema.hasNamedValues) continue;
    ways = cross(
      ways,
      branches.flatMap((branch) => alternatives(branch.schema)),
    );
  }
  return ways;
}

const markers = new WeakMap<Schema, Map<Schema, readonly Schema[]>>();

/** That a component which stands for another goes by the names that the discriminator has for it, unless it lists them itself. */
function markerOf(schema: Schema, branch: Branch): readonly Schema[] {
  const found = markers.get(schema) ?? new Map<Schema, readonly Schema[]>();
  markers.set(schema, found);
  const known = found.get(branch.schema);
  if (known) return known;
  const discriminator = discriminatorOf(schema);
  const names = discriminator ? namesOf(discriminator, branch) : [];
  const saysItself = discriminator && effectiveProperty(branch.schema, discriminator.property)?.values !== undefined;
  const marker = saysItself || names.length === 0 ? [] : [schema.sibling({ properties: { [discriminator!.property]: { enum: names } } })];
  found.set(branch.schema, marker);
  return marker;
}

function isWrapper(schema: Schema): boolean {
  return (
    schema.allOf.length > 0 &&
    Object.keys(schema.raw).every((keyword) => keyword === 'allOf' || keyword === 'description' || keyword === 'title')
  );
}

function cross(a: readonly (readonly Schema[])[], b: readonly (readonly Schema[])[]): (readonly Schema[])[] {
  if (b.length === 1 && b[0]?.length === 0) return [...a];
  if (a.length * b.length > MOST_WAYS) return [...a];
  return a.flatMap((left) => b.filter((right) => typesMeet(left, right)).map((right) => [...new Set([...left, ...right])]));
}

function typesMeet(left: readonly Schema[], right: readonly Schema[]): boolean {
  return left.every((a) => right.every((b) => !a.types || !b.types || overlap(a.types, b.types)));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const meets = (type: string) => b.has(type) || (type === 'integer' && b.has('number')) || (type === 'number' && b.has('integer'));
  return [...a].some(meets);
}

const nulls = new WeakMap<Schema, Schema>();

/** The null that `nullable` adds, as a member that stands where the schema stands. */
function nullOf(schema: Schema): Schema {
  const known = nulls.get(schema) ?? schema.sibling({ type: 'null' });
  nulls.set(schema, known);
  return known;
}

export function productOf(members: readonly Schema[]): Product {
  let types = new Set<JsonType>(JSON_TYPES);
  let integers = false;
  let strange: ReadonlySet<string> = new Set();
  for (const { types: written } of members) {
    if (!written) continue;
    if (types.has('number') && written.has('integer') && !written.has('number')) integers = true;
    const named = new Set([...written].map((type) => (type === 'integer' ? 'number' : type)));
    types = new Set([...types].filter((type) => named.has(type)));
    strange = new Set([...named].filter((type) => !(JSON_TYPES as readonly string[]).includes(type)));
  }
  const values = valuesOf(members, types);
  return { members, integers, strange, values, types: values ? new Set(values.map(jsonTypeOf)) : types };
}

function valuesOf(members: readonly Schema[], types: ReadonlySet<JsonType>): readonly unknown[] | undefined {
  const listed = members.filter((member) => member.values);
  const simple = ([...types] as string[]).every((type) => type === 'null' || type === 'boolean');
  if (listed.length === 0 && !simple) return undefined;
  const start = listed[0]?.values ?? [...(types.has('null') ? [null] : []), ...(types.has('boolean') ? [true, false] : [])];
  const others = members.filter((member) => member !== listed[0] || Object.keys(member.raw).length > 2);
  const alike = listed.slice(1).map((member) => new Set(member.values?.map(canonicalJson)));
  return start.filter((value) => {
    const text = alike.length > 0 ? canonicalJson(value) : '';
    return (
      types.has(jsonTypeOf(value)) &&
      alike.every((set) => set.has(text)) &&
      (start.length > 2_000 || others.every((member) => accepts(member, value) !== false))
    );
  });
}

function canBeSatisfied(product: Product): boolean {
  if (product.values) return product.values.length > 0;
  if (product.types.size === 0) return product.strange.size > 0;
  if (product.types.size > 1) return true;
  const { least, most } = numberRange(product);
  return !product.types.has('number') || least.value < most.value || (least.value === most.value && !least.exclusive && !most.exclusive);
}

export interface Limit {
  readonly value: number;
  readonly exclusive: boolean;
  /** The member that sets it. */
  readonly by: Schema | undefined;
}

/** The numbers that a product allows, from the tightest bounds of its members; of integers, whole bounds. */
export function numberRange({ members, integers }: Product): { least: Limit; most: Limit } {
  let least: Limit = { value: Number.NEGATIVE_INFINITY, exclusive: false, by: undefined };
  let most: Limit = { value: Number.POSITIVE_INFINITY, exclusive: false, by: undefined };
  const atLeast = (value: number | undefined, exclusive: boolean, by: Schema) => {
    if (value !== undefined && (value > least.value || (value === least.value && exclusive))) least = { value, exclusive, by };
  };
  const atMost = (value: number | undefined, exclusive: boolean, by: Schema) => {
    if (value !== undefined && (value < most.value || (value === most.value && exclusive))) most = { value, exclusive, by };
  };
  for (const member of members) {
    const range = formatRange(member.text('format') ?? '');
    atLeast(member.minimum ?? range?.[0], false, member);
    atLeast(member.exclusiveMinimum, true, member);
    atMost(member.maximum ?? range?.[1], false, member);
    atMost(member.exclusiveMaximum, true, member);
  }
  if (integers && Number.isFinite(least.value))
    least = { ...least, value: least.exclusive ? Math.floor(least.value) + 1 : Math.ceil(least.value), exclusive: false };
  if (integers && Number.isFinite(most.value))
    most = { ...most, value: most.exclusive ? Math.ceil(most.value) - 1 : Math.floor(most.value), exclusive: false };
  return { least, most };
}

/** The largest or smallest of a keyword's values over the members. */
export function tightest(members: readonly Schema[], keyword: string, pick: 'most' | 'least', otherwise: number): number {
  const values = members.map((member) => member.number(keyword)).filter((value) => value !== undefined);
  return pick === 'most' ? Math.min(otherwise, ...values) : Math.max(otherwise, ...values);
}
