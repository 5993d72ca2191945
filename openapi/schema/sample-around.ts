import type { Product } from './product.ts';
import { sameAssertions } from './same-schema.ts';
import type { Schema } from './schema.ts';

/** What the values of one way to satisfy a schema are made from. */
export interface Around {
  readonly way: Product;
  /** The schemas of the other side, for where it draws its lines. */
  readonly wide: readonly Schema[];
  readonly depth: number;
  /** Values that may still be built, for this part of the search. */
  readonly allowance: number;
  readonly inner: (narrow: readonly Schema[], wide: readonly Schema[], allowance: number) => unknown[];
}

/** A part of a value, by what each side says of it. */
export interface Part<Key> {
  readonly key: Key;
  readonly own: readonly Schema[];
  readonly theirs: readonly Schema[];
}

/** Values of each part; the allowance goes to those of which the other side says something else. */
export function valuesOfParts<Key>(parts: readonly Part<Key>[], { allowance, inner }: Around): Map<Key, unknown[]> {
  const differs = ({ own, theirs }: Part<Key>) => theirs.some((schema) => !own.some((one) => sameAssertions(one, schema)));
  const differing = new Set(parts.filter(differs));
  const share = Math.floor((allowance - parts.length) / Math.max(1, differing.size));
  return new Map(parts.map((part) => [part.key, differing.has(part) ? inner(part.own, part.theirs, share) : inner(part.own, [], 1)]));
}
