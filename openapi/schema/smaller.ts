import { jsonTypeOf } from './json-value.ts';

/** Smaller values tried, at most. */
const MOST_TRIES = 200;

/** The value with all left out of it that it does not need to show the same. */
export function smaller(value: unknown, shows: (candidate: unknown) => boolean): unknown {
  let tries = MOST_TRIES;
  let found = value;
  for (let better: unknown = found; better !== undefined; ) {
    better = undefined;
    for (const candidate of oneStepSmaller(found)) {
      if (tries-- <= 0) return found;
      if (!shows(candidate)) continue;
      better = candidate;
      found = candidate;
      break;
    }
  }
  return found;
}

/** Without one property or item, or with one that is smaller; a text with a half of it, or one character, less. */
function* oneStepSmaller(value: unknown): Generator<unknown> {
  const type = jsonTypeOf(value);
  if (type === 'string') yield* shorter(value as string);
  if (type === 'array') yield* smallerArrays(value as readonly unknown[]);
  if (type === 'object') yield* smallerObjects(value as Readonly<Record<string, unknown>>);
}

function* shorter(text: string): Generator<string> {
  if (text.length < 2) return;
  const half = Math.ceil(text.length / 2);
  yield text.slice(0, half);
  if (text.length < 50) yield text.slice(0, -1);
}

function* smallerArrays(array: readonly unknown[]): Generator<unknown> {
  if (array.length > 3) yield array.slice(0, Math.ceil(array.length / 2));
  for (let index = array.length - 1; index >= 0 && array.length <= 20; index--) yield array.toSpliced(index, 1);
  for (const [index, item] of array.slice(0, 20).entries()) for (const less of oneStepSmaller(item)) yield array.with(index, less);
}

function* smallerObjects(object: Readonly<Record<string, unknown>>): Generator<unknown> {
  const entries = Object.entries(object);
  for (const [name] of entries) yield Object.fromEntries(entries.filter(([other]) => other !== name));
  for (const [name, part] of entries) for (const less of oneStepSmaller(part)) yield { ...object, [name]: less };
}
