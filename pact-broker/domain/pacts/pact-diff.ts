import { canonicalJson, isPlainObject } from './faithful-json.ts';
import type { PactContent } from './pact-content.ts';

/** What differs at one place, and what lies above it. Members and entries that are equal are not in it. */
export type Difference =
  | { kind: 'added'; after: unknown }
  | { kind: 'removed'; before: unknown }
  | { kind: 'changed'; before: unknown; after: unknown }
  | { kind: 'object'; members: [name: string, Difference][] /** Equal members that say where we are. */; known: [string, unknown][] }
  | { kind: 'list'; entries: [index: number, Difference][] };

/** How many differences are still wanted, and how many there are. */
interface Budget {
  left: number;
  found: number;
}

export interface PactDiff {
  /** undefined where the two say the same. */
  difference: Difference | undefined;
  /** How many places differ, also those beyond the limit, which are not in `difference`. */
  found: number;
}

/** Compares two pacts. An interaction is held against the one of its description and provider states, else against the next that is left. */
export function diffPacts(before: PactContent, after: PactContent, most: number): PactDiff {
  const budget = { left: most, found: 0 };
  return { difference: diff(before, after, budget, 0), found: budget.found };
}

function diff(before: unknown, after: unknown, budget: Budget, depth: number): Difference | undefined {
  if (isPlainObject(before) && isPlainObject(after)) return diffObjects(before, after, budget, depth);
  if (Array.isArray(before) && Array.isArray(after)) {
    const pairs = depth === 1 ? pairInteractions(before, after) : pairByPlace(before, after);
    const entries = pairs.flatMap(([index, left, right]) => {
      const found = diffMaybe(left, right, budget, depth + 1);
      return found ? [[index, found] as [number, Difference]] : [];
    });
    return entries.length > 0 ? { kind: 'list', entries } : undefined;
  }
  return JSON.stringify(before) === JSON.stringify(after) ? undefined : leaf({ kind: 'changed', before, after }, budget);
}

// Where a value is missing on one side; JSON has no undefined.
function diffMaybe(before: unknown, after: unknown, budget: Budget, depth: number): Difference | undefined {
  if (before === undefined) return leaf({ kind: 'added', after }, budget);
  if (after === undefined) return leaf({ kind: 'removed', before }, budget);
  return diff(before, after, budget, depth);
}

function diffObjects(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  budget: Budget,
  depth: number,
): Difference | undefined {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const members: [string, Difference][] = [];
  for (const name of names) {
    // What the broker made of the content itself.
    if (depth === 2 && name === '_id') continue;
    const found = diffMaybe(own(before, name), own(after, name), budget, depth + 1);
    if (found) members.push([name, found]);
  }
  if (members.length === 0) return undefined;
  const changed = new Set(members.map(([name]) => name));
  const known = depth === 2 && own(after, 'description') !== undefined && !changed.has('description') ? ['description'] : [];
  return { kind: 'object', members, known: known.map((name) => [name, after[name]]) };
}

const own = (fields: Record<string, unknown>, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined);

function leaf(difference: Difference, budget: Budget): Difference | undefined {
  budget.found++;
  return budget.left-- > 0 ? difference : undefined;
}

type Pair = [index: number, before: unknown, after: unknown];

const pairByPlace = (before: unknown[], after: unknown[]): Pair[] =>
  Array.from({ length: Math.max(before.length, after.length) }, (_, index) => [index, before[index], after[index]]);

function pairInteractions(before: unknown[], after: unknown[]): Pair[] {
  const waiting = new Map<string, unknown[]>();
  for (const entry of before) {
    const key = identity(entry);
    const known = waiting.get(key);
    if (known) known.push(entry);
    else waiting.set(key, [entry]);
  }
  const partners = after.map((entry) => waiting.get(identity(entry))?.shift());
  const rest = [...waiting.values()].flat();
  let next = 0;
  const pairs = after.map((entry, index): Pair => [index, partners[index] === undefined ? rest[next++] : partners[index], entry]);
  return [...pairs, ...rest.slice(next).map((entry, index): Pair => [after.length + index, entry, undefined])];
}

function identity(entry: unknown): string {
  if (!isPlainObject(entry)) return canonicalJson(entry);
  return canonicalJson([entry.description ?? null, entry.providerStates ?? entry.providerState ?? entry.provider_state ?? null]);
}
