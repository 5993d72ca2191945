import { accepts } from './accepts.ts';
import { FORMAT_SAMPLES, formatMatters } from './formats.ts';
import { allSayOf, declaredNames, itemAt } from './object-parts.ts';
import { matchesPattern } from './pattern.ts';
import { textsFor } from './pattern-sample.ts';
import { type Limit, numberRange, type Product, tightest, waysOf } from './product.ts';
import type { Schema } from './schema.ts';

const DEEPEST = 12;
const MOST_WAYS = 12;

/** Values built for one question, at most: unions of unions would go on for ever. */
const MOST_BUILT = 2_000;

const known = new WeakMap<Schema, Map<string, unknown>>();

/** The conjunctions that a value is being made of, from the outermost; one that is met again within itself is a way that leads nowhere. */
const open: string[] = [];
let built = 0;
/** The outermost of the open ones that the current value was cut short at. */
let cutAt = Number.POSITIVE_INFINITY;

/** One small value that the schemas accept together, as far as their keywords lead to one; undefined when they do not. */
export function simplest(schemas: readonly Schema[], depth = 0): unknown {
  const [first] = schemas;
  if (!first) return build(schemas, depth);
  const values = known.get(first) ?? new Map<string, unknown>();
  known.set(first, values);
  const key = schemas.map(({ id }) => id).join();
  if (values.has(key)) return values.get(key);
  const { value, whole } = track(key, () => build(schemas, depth));
  // A value that was cut short within another schema must not be kept for elsewhere.
  if (whole) values.set(key, value);
  return value;
}

function track(key: string, make: () => unknown): { value?: unknown; whole: boolean } {
  if (open.length === 0) built = 0;
  const at = open.indexOf(key);
  if (at >= 0 || open.length > DEEPEST || built++ > MOST_BUILT) {
    cutAt = Math.min(cutAt, Math.max(0, at));
    return { whole: false };
  }
  const outer = cutAt;
  cutAt = Number.POSITIVE_INFINITY;
  open.push(key);
  try {
    const value = make();
    return { value, whole: cutAt >= open.length - 1 };
  } finally {
    open.pop();
    cutAt = Math.min(outer, cutAt >= open.length ? Number.POSITIVE_INFINITY : cutAt);
  }
}

/** The first value that is surely accepted, else one that may be, else one to be put right by whoever asked. */
function build(schemas: readonly Schema[], depth: number): unknown {
  let fallback: unknown;
  let maybe: unknown;
  for (const way of waysOf(schemas).slice(0, MOST_WAYS)) {
    const value = ofWay(way, depth);
    if (value === undefined) continue;
    const answers = schemas.map((schema) => accepts(schema, value));
    if (answers.every((answer) => answer === true)) return value;
    if (!answers.includes(false)) maybe ??= value;
    fallback ??= value;
  }
  return maybe ?? fallback;
}

/** Where no type is written, what else is written tells which was meant. */
const MEANT = [
  ['object', ['properties', 'required', 'additionalProperties', 'patternProperties', 'minProperties', 'maxProperties']],
  ['array', ['items', 'prefixItems', 'minItems', 'maxItems', 'contains']],
] as const;

function meantTypes({ types, members }: Product): Product['types'] {
  const meant = MEANT.find(
    ([type, keywords]) => types.has(type) && members.some(({ raw }) => keywords.some((keyword) => raw[keyword] !== undefined)),
  );
  return meant && types.size > 3 ? new Set([meant[0]]) : types;
}

function ofWay(way: Product, depth: number): unknown {
  const { members } = way;
  const types = meantTypes(way);
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
  const [pattern, ...others] = members.map((member) => member.text('pattern')).filter((found) => found !== undefined);
  if (pattern !== undefined) {
    const texts = textsFor(pattern, [length, length + 1, length + 8]);
    const fits = (found: string) => found.length >= length && others.every((other) => matchesPattern(found, other) !== false);
    return texts.find(fits) ?? texts[0];
  }
  const format = members.map((member) => member.text('format')).find(formatMatters);
  return (format && FORMAT_SAMPLES[format]) ?? 'a'.repeat(Math.max(length, tightest(members, 'maxLength', 'most', 1) > 0 ? 1 : 0));
}

function number(way: Product): number {
  const { least, most } = numberRange(way);
  const step = way.members.map((member) => member.number('multipleOf')).find((found) => found !== undefined) ?? 1;
  const isWithin = (value: number, { value: limit, exclusive }: Limit, sign: number) =>
    sign * value > sign * limit || (value === limit && !exclusive);
  if (isWithin(0, least, 1) && isWithin(0, most, -1)) return 0;
  if (Number.isFinite(least.value)) {
    const start = Math.ceil(least.value / step) * step;
    const next = least.exclusive && start === least.value ? start + step : start;
    return next <= most.value || way.integers ? next : (least.value + most.value) / 2;
  }
  const last = Math.floor(most.value / step) * step;
  return most.exclusive && last === most.value ? last - step : last;
}

/** None where a part that must be there cannot be made. */
function object(members: readonly Schema[], depth: number): Record<string, unknown> | undefined {
  const owed = new Set(members.flatMap((member) => [...member.required]));
  const least = Math.min(tightest(members, 'minProperties', 'least', 0), 100);
  const names = [...owed];
  for (const name of declaredNames(members)) if (names.length < least && !owed.has(name)) names.push(name);
  for (let more = 1; names.length < least; more++) names.push(`other${more}`);
  const parts: [string, unknown][] = [];
  for (const name of names) {
    const value = simplest(allSayOf(members, name) ?? [], depth + 1);
    if (value === undefined) return undefined;
    parts.push([name, value]);
  }
  return Object.fromEntries(parts);
}

function array(members: readonly Schema[], depth: number): unknown[] | undefined {
  const size = Math.min(tightest(members, 'minItems', 'least', 0), 1_000);
  const items = Array.from({ length: size }, (_, index) => simplest(itemAt(members, index), depth + 1));
  return items.includes(undefined) ? undefined : items;
}
