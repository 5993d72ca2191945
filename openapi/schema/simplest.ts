import { accepts } from './accepts.ts';
import { FORMAT_SAMPLES, formatMatters } from './formats.ts';
import { allSayOf, itemAt } from './object-parts.ts';
import { textsFor } from './pattern-sample.ts';
import { numberRange, type Product, tightest, waysOf } from './product.ts';
import type { Schema } from './schema.ts';

const DEEPEST = 12;

const known = new WeakMap<Schema, unknown>();

/** One small value that the schemas accept together, as far as their keywords lead to one; undefined when they do not. */
export function simplest(schemas: readonly Schema[], depth = 0): unknown {
  const [only] = schemas;
  if (!only || schemas.length > 1) return build(schemas, depth);
  if (!known.has(only)) {
    const value = build(schemas, depth);
    // Deep within a recursive schema values are cut short, and must not be kept for elsewhere.
    if (depth > 4) return value;
    known.set(only, value);
  }
  return known.get(only);
}

function build(schemas: readonly Schema[], depth: number): unknown {
  let fallback: unknown;
  for (const way of waysOf(schemas).slice(0, 6)) {
    const value = ofWay(way, depth);
    if (value === undefined) continue;
    if (schemas.every((schema) => accepts(schema, value) === true)) return value;
    fallback ??= value;
  }
  return fallback;
}

function ofWay(way: Product, depth: number): unknown {
  const { types, members } = way;
  if (way.values) return way.values[0];
  if (types.has('string')) return text(members);
  if (types.has('number')) return number(way);
  if (types.has('boolean')) return true;
  if (types.has('object')) return depth > DEEPEST ? undefined : object(members, depth);
  if (types.has('array')) return depth > DEEPEST ? undefined : array(members, depth);
  return types.has('null') ? null : undefined;
}

function text(members: readonly Schema[]): string | undefined {
  const length = Math.min(tightest(members, 'minLength', 'least', 0), 10_000);
  const pattern = members.map((member) => member.text('pattern')).find((found) => found !== undefined);
  if (pattern !== undefined) return textsFor(pattern, [length, length + 1, length + 8])[0];
  const format = members.map((member) => member.text('format')).find(formatMatters);
  return (format && FORMAT_SAMPLES[format]) ?? 'a'.repeat(Math.max(length, tightest(members, 'maxLength', 'most', 1) > 0 ? 1 : 0));
}

function number(way: Product): number {
  const { least, most } = numberRange(way);
  const step = way.members.map((member) => member.number('multipleOf')).find((found) => found !== undefined) ?? 1;
  if (Number.isFinite(least.value)) {
    const start = Math.ceil(least.value / step) * step;
    const next = least.exclusive && start === least.value ? start + step : start;
    return next <= most.value || way.integers ? next : (least.value + most.value) / 2;
  }
  if (!Number.isFinite(most.value) || most.value > 0) return 0;
  const last = Math.floor(most.value / step) * step;
  return most.exclusive && last === most.value ? last - step : last;
}

function object(members: readonly Schema[], depth: number): Record<string, unknown> {
  const owed = new Set(members.flatMap((member) => [...member.required]));
  return Object.fromEntries([...owed].map((name) => [name, simplest(allSayOf(members, name) ?? [], depth + 1) ?? null]));
}

function array(members: readonly Schema[], depth: number): unknown[] {
  const size = Math.min(tightest(members, 'minItems', 'least', 0), 1_000);
  return Array.from({ length: size }, (_, index) => simplest(itemAt(members, index), depth + 1) ?? null);
}
