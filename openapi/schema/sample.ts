import { FORMAT_SAMPLES, formatMatters, isNumericFormat } from './formats.ts';
import { canonicalJson, type JsonType } from './json-value.ts';
import { allSayOf, declaredNames, itemAt, longestPrefix, requires } from './object-parts.ts';
import { textsFor } from './pattern-sample.ts';
import { numberRange, type Product, tightest, waysOf } from './product.ts';
import { sameAssertions } from './same-schema.ts';
import type { Schema } from './schema.ts';
import { simplest } from './simplest.ts';

/** Values tried for one part, at most; the search must end within milliseconds. */
const MOST_VALUES = 24;
const DEEPEST = 5;

/**
 * Values that the first schemas probably accept, those first that the others may refuse: near their bounds, without what they
 * require, with what they forbid. Not certain: whoever asks checks them.
 */
export function samples(narrow: readonly Schema[], wide: readonly Schema[] = [], depth = 0): unknown[] {
  // Where the other side wants nothing else, one value is as good as any.
  if (depth > 0 && wide.every((schema) => narrow.some((own) => sameAssertions(own, schema))))
    return [simplest(narrow, depth)].filter((value) => value !== undefined);
  const found: unknown[] = [];
  for (const way of waysOf(narrow).slice(0, 8)) found.push(...samplesOf(way, hints(wide), depth));
  return distinct(found).slice(0, MOST_VALUES);
}

/** The schemas whose keywords say where the other side draws its lines. */
function hints(wide: readonly Schema[]): Schema[] {
  return waysOf(wide)
    .slice(0, 6)
    .flatMap((way) => [...way.members])
    .concat(wide.flatMap((schema) => schema.schema('not') ?? []))
    .slice(0, 20);
}

function samplesOf(way: Product, wide: readonly Schema[], depth: number): unknown[] {
  if (way.values) {
    const refused = new Set(wide.flatMap((schema) => schema.values ?? []).map(canonicalJson));
    const rest = way.values.filter((value) => !refused.has(canonicalJson(value)));
    return [...rest.slice(0, MOST_VALUES), ...way.values.slice(0, 4)];
  }
  const most = way.types.size > 3 ? 6 : MOST_VALUES;
  return [...way.types].flatMap((type) => samplesOfType(type, { way, wide, depth }).slice(0, most));
}

interface Around {
  readonly way: Product;
  readonly wide: readonly Schema[];
  readonly depth: number;
}

function samplesOfType(type: JsonType, around: Around): unknown[] {
  switch (type) {
    case 'null':
      return [null];
    case 'boolean':
      return [true, false];
    case 'number':
      return numbers(around);
    case 'string':
      return strings(around);
    case 'array':
      return around.depth > DEEPEST ? [[]] : arrays(around);
    case 'object':
      return around.depth > DEEPEST ? [{}] : objects(around);
  }
}

function numbers({ way, wide }: Around): unknown[] {
  const { least, most } = numberRange(way);
  const listed = wide.flatMap((schema) => (schema.values ?? []).filter((value) => typeof value === 'number'));
  const lines = [least.value, most.value, ...wide.flatMap(boundsOf), ...listed, 0].filter(Number.isFinite);
  const steps = way.members.flatMap((member) => member.number('multipleOf') ?? []);
  const near = lines.flatMap((line) => (way.integers ? [line, line - 1, line + 1] : [line, line - 1, line + 1, line + 0.5, line - 0.5]));
  const multiples = steps.flatMap((step) => [
    step,
    -step,
    ...lines.flatMap((line) => [Math.floor(line / step) * step, Math.ceil(line / step) * step]),
  ]);
  const whole = [...near, ...multiples].map((value) => (way.integers ? Math.round(value) : value));
  const within = (value: number) => value >= least.value && value <= most.value && steps.every((step) => Number.isInteger(value / step));
  return [...new Set(whole)].filter(within);
}

function boundsOf(schema: Schema): number[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  return [minimum, maximum, exclusiveMinimum, exclusiveMaximum, schema.number('multipleOf')].filter((value) => value !== undefined);
}

function strings({ way, wide }: Around): unknown[] {
  const shortest = tightest(way.members, 'minLength', 'least', 0);
  const longest = Math.min(tightest(way.members, 'maxLength', 'most', 10_000), 10_000);
  const lines = wide.flatMap((schema) => [(schema.number('minLength') ?? 1) - 1, (schema.number('maxLength') ?? -1) + 1]);
  const lengths = [...new Set([...lines, shortest, longest === 10_000 ? shortest + 1 : longest])].filter(
    (length) => length >= shortest && length <= longest,
  );
  const formats = way.members.map((member) => member.text('format')).filter((format) => formatMatters(format) && !isNumericFormat(format));
  const known = [
    ...formats.map((format) => FORMAT_SAMPLES[format!] ?? 'x'),
    ...wide.flatMap((schema) => FORMAT_SAMPLES[schema.text('format') ?? ''] ?? []),
  ];
  const patterns = way.members.flatMap((member) => member.text('pattern') ?? []);
  const patterned = patterns.flatMap((pattern) => textsFor(pattern, lengths));
  const plain = lengths.flatMap((length) => ['a'.repeat(length), '0'.repeat(length), ' '.repeat(length)]);
  return [...new Set([...patterned, ...plain, ...known, 'x-other', 'A', '!'])];
}

function arrays({ way, wide, depth }: Around): unknown[] {
  const fewest = tightest(way.members, 'minItems', 'least', 0);
  const most = tightest(way.members, 'maxItems', 'most', 1_000);
  const lines = wide.flatMap((schema) => [
    (schema.number('minItems') ?? 1) - 1,
    (schema.number('maxItems') ?? 0) + 1,
    schema.number('maxContains') ?? 0,
  ]);
  const positions = Math.max(longestPrefix(way.members), longestPrefix(wide)) + 1;
  const sizes = [...new Set([...lines, fewest, 1, 2, positions])].filter((size) => size >= fewest && size <= Math.min(most, 1_000));
  const choices = Array.from({ length: positions + 1 }, (_, index) => samples(itemAt(way.members, index), itemsOf(wide, index), depth + 1));
  const other = (index: number, pick: number) => {
    const values = choices[Math.min(index, positions)] ?? [];
    return values[pick % Math.max(1, values.length)];
  };
  const filled = (size: number, pick: (index: number) => number) => Array.from({ length: size }, (_, index) => other(index, pick(index)));
  const tries = choices.flatMap((values, at) => values.slice(0, 10).map((value) => [at, value] as const));
  const varied = tries.flatMap(([at, value]) =>
    sizes.filter((size) => size > at && size < 20).map((size) => filled(size, (index) => index).with(at, value)),
  );
  const uniform = sizes.flatMap((size) => [filled(size, () => 0), filled(size, (index) => index)]);
  return [...uniform, ...varied].filter((array) => !array.includes(undefined));
}

function itemsOf(wide: readonly Schema[], index: number): Schema[] {
  return [...itemAt(wide, index), ...wide.flatMap((schema) => schema.schema('contains') ?? [])];
}

function objects({ way, wide, depth }: Around): unknown[] {
  const { members } = way;
  const names = [...declaredNames(members)].slice(0, 60);
  const owed = members.flatMap((member) => [...member.required]);
  const hinted = wide.flatMap((schema) => [
    ...schema.properties.keys(),
    ...schema.required,
    ...schema.dependentRequired.keys(),
    ...schema.schemas('dependentSchemas').keys(),
  ]);
  const invented = [...members, ...wide].flatMap((schema) =>
    [...schema.schemas('patternProperties').keys()].flatMap((pattern) => textsFor(pattern, [3])),
  );
  const choices = new Map<string, unknown[]>();
  for (const name of new Set([...names, ...owed, ...hinted, ...invented, 'other'])) {
    const own = allSayOf(members, name) ?? [];
    choices.set(
      name,
      samples(
        own,
        own.length > 0 || hinted.includes(name)
          ? (allSayOf(wide, name) ?? [])
          : wide.flatMap((schema) => schema.schema('unevaluatedProperties') ?? []),
        depth + 1,
      ),
    );
  }
  const first = (name: string) => (choices.get(name) ?? [])[0];
  const build = (chosen: Iterable<string>) =>
    Object.fromEntries([...chosen].filter((name) => first(name) !== undefined).map((name) => [name, first(name)]));
  const least = build(owed.filter((name) => requires(members, name)));
  const all = build(new Set([...owed, ...names]));
  const varied = [...choices].flatMap(([name, values]) =>
    values.slice(0, 12).flatMap((value) => [
      { ...least, [name]: value },
      { ...all, [name]: value },
    ]),
  );
  const without = names
    .filter((name) => !owed.includes(name))
    .map((name) => Object.fromEntries(Object.entries(all).filter(([key]) => key !== name)));
  return interleave([[least, all], varied, without]);
}

function interleave(lists: readonly (readonly unknown[])[]): unknown[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => (index < list.length ? [list[index]] : []))).flat();
}

function distinct(values: readonly unknown[]): unknown[] {
  return [...new Map(values.map((value) => [canonicalJson(value), value])).values()];
}
