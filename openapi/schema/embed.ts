import { allSayOf, itemAt } from './object-parts.ts';
import { waysOf } from './product.ts';
import type { Schema } from './schema.ts';
import { simplest } from './simplest.ts';

/** A value of the schemas in which the keys lead to the given value; undefined where no such value can be put together. */
export function embed(schemas: readonly Schema[], keys: readonly (string | number)[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  for (const way of waysOf(schemas)) {
    if (!way.types.has(typeof key === 'number' ? 'array' : 'object')) continue;
    const inner = typeof key === 'number' ? itemAt(way.members, key) : allSayOf(way.members, key);
    if (!inner) continue;
    const part = embed(inner, rest, value);
    if (part === undefined) continue;
    return typeof key === 'number' ? inArray(way.members, key, part) : { ...sampleObject(way.members), [key]: part };
  }
  return undefined;
}

function sampleObject(members: readonly Schema[]): Record<string, unknown> {
  const owed = new Set(members.flatMap((member) => [...member.required]));
  return Object.fromEntries([...owed].map((name) => [name, simplest(allSayOf(members, name) ?? [], 1) ?? null]));
}

function inArray(members: readonly Schema[], index: number, value: unknown): unknown[] {
  const least = Math.max(index + 1, ...members.map((member) => member.number('minItems') ?? 0));
  return Array.from({ length: Math.min(least, 1_000) }, (_, at) => (at >= index ? value : simplest(itemAt(members, at), 1)));
}
