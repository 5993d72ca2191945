import { allSayOf, declaredNames, requires } from './object-parts.ts';
import { textsFor } from './pattern-sample.ts';
import { tightest } from './product.ts';
import { type Around, valuesOfParts } from './sample-around.ts';
import type { Schema } from './schema.ts';

const MOST_NAMES = 200;

type Value = Record<string, unknown>;

/** The smallest object, then with one property more or other than that, then all that are declared, then all but one. */
export function objects(around: Around): unknown[] {
  const { members } = around.way;
  const owed = members.flatMap((member) => [...member.required]).filter((name) => requires(members, name));
  const declared = [...declaredNames(members)].slice(0, MOST_NAMES);
  const hinted = hintedNames(around.wide);
  const names = [...new Set([...owed, ...declared, ...hinted, ...inventedNames([...members, ...around.wide]), 'other'])];
  const choices = valuesOfParts(
    names.map((key) => ({ key, own: allSayOf(members, key) ?? [], theirs: theySay(around.wide, key, declared, hinted) })),
    around,
  );
  const build = (chosen: Iterable<string>): Value =>
    Object.fromEntries([...new Set(chosen)].flatMap((name) => (choices.get(name) ?? []).slice(0, 1).map((value) => [name, value])));
  const least = build(owed);
  const all = build([...owed, ...declared]);
  const ones = oneByOne(choices, around.depth > 0 ? 24 : 600);
  const small = [least, ...sizesOf(around).map((size) => build(fill(owed, names, size))), ...ones.map((one) => ({ ...least, ...one }))];
  if (around.depth > 0 && small.length >= 24) return small;
  const without = declared
    .filter((name) => !owed.includes(name))
    .map((name) => build([...owed, ...declared].filter((own) => own !== name)));
  return [...small, all, ...ones.slice(0, 60).map((one) => ({ ...all, ...one })), ...without.slice(0, 60)];
}

/** What the other side says of a property; of one that no schema knows, also what it says of those that nothing looks at. */
function theySay(wide: readonly Schema[], name: string, declared: readonly string[], hinted: readonly string[]): readonly Schema[] {
  const said = allSayOf(wide, name) ?? [];
  if (declared.includes(name) || hinted.includes(name)) return said;
  return [...said, ...wide.flatMap((schema) => schema.schema('unevaluatedProperties') ?? [])];
}

function hintedNames(wide: readonly Schema[]): string[] {
  return wide
    .flatMap((schema) => [
      ...schema.properties.keys(),
      ...schema.required,
      ...schema.dependentRequired.keys(),
      ...schema.schemas('dependentSchemas').keys(),
    ])
    .slice(0, MOST_NAMES);
}

function inventedNames(schemas: readonly Schema[]): string[] {
  const patterns = new Set(schemas.flatMap((schema) => [...schema.schemas('patternProperties').keys()]));
  return [...patterns].slice(0, 10).flatMap((pattern) => textsFor(pattern, [3]));
}

/** The first value of each property, then the second of each, and so on: no property is left out for one with many values. */
function oneByOne(choices: ReadonlyMap<string, readonly unknown[]>, most: number): Value[] {
  const longest = Math.max(0, ...[...choices.values()].map((values) => values.length));
  const found: Value[] = [];
  for (let round = 0; round < longest && found.length < most; round++)
    for (const [name, values] of choices) if (round < values.length) found.push({ [name]: values[round] });
  return found;
}

/** How many properties objects must have, or may just not have. */
function sizesOf({ way: { members }, wide }: Around): number[] {
  const fewest = tightest(members, 'minProperties', 'least', 0);
  const sizes = [
    fewest,
    ...wide.flatMap((schema) => [(schema.number('minProperties') ?? 1) - 1, (schema.number('maxProperties') ?? -1) + 1]),
  ];
  return [...new Set(sizes)].filter((size) => size >= Math.max(1, fewest) && size <= 100).sort((a, b) => a - b);
}

function fill(owed: readonly string[], names: readonly string[], size: number): string[] {
  const found = [...new Set([...owed, ...names])];
  for (let more = 2; found.length < size; more++) found.push(`other${more}`);
  return found.slice(0, Math.max(size, owed.length));
}
