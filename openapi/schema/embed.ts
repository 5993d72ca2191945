import { accepts } from './accepts.ts';
import { Effort, NEUTRAL, type Reading } from './evaluation.ts';
import { allSayOf, itemAt } from './object-parts.ts';
import { tightest, waysOf } from './product.ts';
import type { Schema } from './schema.ts';
import { simplest } from './simplest.ts';

/** Values put together for one question, at most. */
const MOST_TRIES = 20;
const MOST_STEPS = 20_000;
/** Deeper than anyone reads an example, and far less deep than the stack. */
const MOST_KEYS = 100;

/** A step through values: the key of a part, and the schema whose part it is, which may be one branch of several. */
export interface Step {
  readonly key: string | number;
  readonly of?: Schema;
}

/**
 * A value of the schemas in which the steps lead to the given value, and that fits; undefined where no such value can be put together.
 * A part of a union stands in one of its branches: the one that the step names comes first, and others are tried after it, those first
 * whose values the schemas surely accept.
 */
export function embed(
  schemas: readonly Schema[],
  steps: readonly Step[],
  value: unknown,
  fits: (whole: unknown) => boolean = () => true,
): unknown {
  if (steps.length > MOST_KEYS) return undefined;
  let tries = MOST_TRIES;
  for (const whole of wholes(schemas, steps, value, { ...NEUTRAL, effort: new Effort(MOST_STEPS) })) {
    if (fits(whole)) return whole;
    if (--tries <= 0) break;
  }
  return undefined;
}

function* wholes(schemas: readonly Schema[], steps: readonly Step[], value: unknown, reading: Reading): Generator<unknown> {
  const [step, ...rest] = steps;
  if (step === undefined) {
    yield value;
    return;
  }
  const { key, of } = step;
  const doubtful: unknown[] = [];
  const all = waysOf(schemas);
  const named = all.filter(({ members }) => of && members.includes(of));
  const ways = named.length > 0 ? [...named, ...all.filter((way) => !named.includes(way))] : all;
  for (const { types, members } of ways) {
    if (!types.has(typeof key === 'number' ? 'array' : 'object')) continue;
    const inner = typeof key === 'number' ? itemAt(members, key) : allSayOf(members, key);
    if (!inner) continue;
    for (const part of wholes(inner, rest, value, reading)) {
      const whole = typeof key === 'number' ? inArray(members, key, part) : inObject(members, key, part);
      if (ways.length === 1 || schemas.every((schema) => accepts(schema, whole, reading) === true)) yield whole;
      else if (doubtful.length < MOST_TRIES) doubtful.push(whole);
      if (doubtful.length >= MOST_TRIES) break;
    }
  }
  yield* doubtful;
}

function inObject(members: readonly Schema[], key: string, part: unknown): Record<string, unknown> {
  const owed = new Set(members.flatMap((member) => [...member.required]));
  owed.delete(key);
  return { ...Object.fromEntries([...owed].map((name) => [name, simplest(allSayOf(members, name) ?? [], 1) ?? null])), [key]: part };
}

function inArray(members: readonly Schema[], index: number, value: unknown): unknown[] {
  const least = tightest(members, 'minItems', 'least', index + 1);
  return Array.from({ length: Math.min(least, 1_000) }, (_, at) => (at >= index ? value : simplest(itemAt(members, at), 1)));
}
