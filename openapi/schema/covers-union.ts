import type { Asking } from './asking.ts';
import { discriminatorOf } from './discriminator.ts';
import { withMembers } from './effective.ts';
import { type Failure, fails } from './failure.ts';
import { allSayOf, declaredNames, requires } from './object-parts.ts';
import { type Product, productOf, waysOf } from './product.ts';
import { sameAssertions } from './same-schema.ts';
import type { Branch, Schema } from './schema.ts';

/** Whether every value of the product is accepted by a branch of anyOf, and by exactly one of oneOf. */
export function coversUnion(asking: Asking, product: Product, schema: Schema): Failure | undefined {
  const some = schema.anyOf.length > 0 ? coversSome(asking, product, { branches: schema.anyOf, exactly: false, by: schema }) : undefined;
  if (some) return some;
  if (schema.oneOf.length > 0) return coversSome(asking, product, { branches: schema.oneOf, exactly: true, by: schema });
  return coversSubtypes(asking, product, schema);
}

/** The components that stand for the schema. What is none such on its own side is only compared with what all of them have. */
function coversSubtypes(asking: Asking, product: Product, schema: Schema): Failure | undefined {
  if (asking.manner.strict || schema.subtypes.length === 0) return undefined;
  const named = namedBranches(product, schema);
  if (named.length === 0 && !product.members.some((member) => member.isSubtype)) return undefined;
  return coversSome(asking, product, { branches: named.length > 0 ? named : schema.subtypes, exactly: false, by: schema });
}

/** The alternatives that are meant by the name that the product says; none where it says no name that is known. */
function namedBranches({ members }: Product, schema: Schema): Branch[] {
  const discriminator = discriminatorOf(schema);
  const said = discriminator ? waysOf(allSayOf(members, discriminator.property) ?? []).map((way) => way.values) : [];
  if (!said.every((values) => values !== undefined)) return [];
  return [...new Set(said.flat().flatMap((name) => discriminator?.names.get(String(name))?.branch ?? []))];
}

interface Union {
  readonly branches: readonly Branch[];
  readonly exactly: boolean;
  readonly by: Schema;
}

function coversSome(asking: Asking, product: Product, union: Union): Failure | undefined {
  const failures: Failure[] = [];
  for (const branch of likely(asking, product, union.branches)) {
    const failure = asking.coversProduct(product, branch.schema);
    if (!failure) return union.exactly ? excludesOthers(asking, product, { union, chosen: branch.schema }) : undefined;
    failures.push(failure);
  }
  for (const parts of splits(product)) {
    if (parts.every((part) => coversSome(asking, part, union) === undefined)) return undefined;
  }
  return failures.length === 1 ? failures[0] : fails(union.by, 'none of the alternatives accepts all of them', false);
}

/**
 * The alternatives that may be meant. Open objects accept each other's values as long as what they declare differs, so by convention
 * only those count that share the most properties; exactly, all do.
 */
function likely({ manner }: Asking, { types, members }: Product, branches: readonly Branch[]): readonly Branch[] {
  if (manner.strict || !types.has('object') || types.size > 1) return branches;
  const names = declaredNames(members);
  const shared = branches.map(({ schema }) => [...declaredNames(withMembers(schema))].filter((name) => names.has(name)).length);
  const most = Math.max(...shared);
  return branches.filter((_, index) => shared[index] === most);
}

/** Ways to cut a product into parts that may each fit another branch. */
function* splits(product: Product): Generator<Product[]> {
  if (product.types.size > 1) {
    yield [...product.types].map((type) => ({ ...product, types: new Set([type]) }));
    return;
  }
  if (!product.types.has('object') || product.members.length > 50) return;
  for (const name of declaredNames(product.members)) {
    const parts = requires(product.members, name) ? allSayOf(product.members, name) : undefined;
    const values = parts && parts.length <= 5 && parts.some((part) => part.values) ? waysOf(parts).flatMap((way) => way.values ?? []) : [];
    if (values.length < 2 || values.length > 50) continue;
    const owner = product.members[0]!;
    yield values.map((value) => productOf([...product.members, owner.sibling({ properties: { [name]: { const: value } } })]));
  }
}

interface Chosen {
  readonly union: Union;
  readonly chosen: Schema;
}

/** A value that fits two branches of oneOf is not accepted. */
function excludesOthers({ manner }: Asking, product: Product, { union, chosen }: Chosen): Failure | undefined {
  const scalar = !product.types.has('object') && !product.types.has('array');
  if (!manner.strict && (!scalar || manner.text !== 'nothing')) return undefined;
  for (const { schema } of union.branches) {
    if (schema !== chosen && !apart(product, schema))
      return fails(union.by, 'values that fit two of the alternatives are not accepted', false);
  }
  return undefined;
}

/** Whether no value of the product is accepted by the schema. */
export function apart(product: Product, schema: Schema, depth = 0): boolean {
  if (schema.isUnknown || depth > 4) return false;
  return waysOf([...product.members, schema]).every((way) => {
    const types = [...way.types].filter((type) => product.types.has(type));
    if (types.length === 0) return true;
    return types.every((type) => type === 'object') && contradictory(way, depth);
  });
}

/**
 * Whether a value of the first schema may be one of the second too, when it has only the properties that the first declares. Open
 * objects would always be; what nobody knows nobody sends. What is said around the two declares properties for both.
 */
export function mayOverlap(schema: Schema, other: Schema, around: readonly Schema[] = []): boolean {
  return waysOf([schema]).some((own) => {
    const names = declaredNames([...own.members, ...around]);
    const isSent = (way: Product) => way.members.every((member) => [...member.required].every((name) => names.has(name)));
    return waysOf([other]).some(isSent) && !apart(own, other);
  });
}

/** A property that must be there, and can have no value. */
function contradictory({ members }: Product, depth: number): boolean {
  for (const name of declaredNames(members)) {
    if (!requires(members, name)) continue;
    const parts = allSayOf(members, name) ?? [];
    const ways = waysOf(parts);
    if (ways.length === 0) return true;
    if (parts.length > 1 && ways.every((way) => parts.some((part) => apart(way, part, depth + 1)))) return true;
  }
  return false;
}

/** Whether nothing of the product falls under `not`. */
export function coversNot(product: Product, schema: Schema): Failure | undefined {
  const not = schema.schema('not');
  if (!not || apart(product, not)) return undefined;
  if (product.members.some((member) => member.schema('not') && sameAssertions(member.schema('not')!, not))) return undefined;
  return fails(schema, 'values that match `not` are not accepted', false);
}
