import { itemAt, longestPrefix } from './object-parts.ts';
import { tightest } from './product.ts';
import { type Around, valuesOfParts } from './sample-around.ts';
import type { Schema } from './schema.ts';

/** Arrays of the sizes at which the two sides may part, and each value of an item that may show a difference, in the smallest array. */
export function arrays(around: Around): unknown[] {
  const { members } = around.way;
  const { wide } = around;
  const positions = Math.min(20, Math.max(longestPrefix(members), longestPrefix(wide)) + 1);
  const sizes = sizesOf(around, positions);
  const parts = Array.from({ length: positions + 1 }, (_, key) => ({ key, own: itemAt(members, key), theirs: itemsOf(wide, key) }));
  const choices = valuesOfParts(parts, around);
  const valuesAt = (index: number) => choices.get(Math.min(index, positions)) ?? [];
  const filled = (size: number, pick: (index: number) => number) =>
    Array.from({ length: size }, (_, index) => {
      const values = valuesAt(index);
      return values[pick(index) % Math.max(1, values.length)];
    });
  const tries = parts.flatMap(({ key: at }) => valuesAt(at).map((value) => [at, value] as const));
  const varied = tries.flatMap(([at, value]) => {
    const roomy = sizes.filter((size) => size > at && size < 20);
    return [...roomy.slice(0, 1), ...roomy.slice(-1)].map((size) => filled(size, (index) => index).with(at, value));
  });
  const uniform = sizes.flatMap((size) => [filled(size, () => 0), filled(size, (index) => index)]);
  const [small, large] = [uniform.filter(({ length }) => length < 20), uniform.filter(({ length }) => length >= 20)];
  return [...small, ...varied, ...large].filter((array) => !array.includes(undefined));
}

function sizesOf({ way: { members }, wide, allowance }: Around, positions: number): number[] {
  const fewest = tightest(members, 'minItems', 'least', 0);
  const most = Math.min(tightest(members, 'maxItems', 'most', 1_000), Math.max(20, allowance * 10));
  const lines = wide.flatMap((schema) => [
    (schema.number('minItems') ?? 1) - 1,
    (schema.number('maxItems') ?? 0) + 1,
    (schema.number('maxContains') ?? 0) + 1,
    schema.number('maxContains') ?? 0,
  ]);
  const sizes = new Set([...lines, fewest, 1, 2, positions]);
  return [...sizes].filter((size) => size >= fewest && size <= most).sort((a, b) => a - b);
}

function itemsOf(wide: readonly Schema[], index: number): Schema[] {
  return [...itemAt(wide, index), ...wide.flatMap((schema) => schema.schema('contains') ?? [])];
}
