import type { Change } from '../checks/change.ts';
import type { Level } from '../checks/rule.ts';

/** What is told once: one change of one level, with every place where it shows. */
export interface Entry {
  readonly id: string;
  readonly level: Level;
  /** The place that stands for all of them: the first that has an example, or else the first. */
  readonly change: Change;
  readonly places: readonly Change[];
  /** The operations that the places are in, each once, in the order of the document. */
  readonly operations: readonly string[];
  /** Several operations share it, by a component: it is told there, and not at each of them. */
  readonly shared: boolean;
}

export const WHOLE_API = 'The API as a whole';

/** Every change is in exactly one entry; entries stay in the order in which their first places came. */
export function entriesOf(changes: readonly Change[]): Entry[] {
  return [...Map.groupBy(changes, keyOf).values()].map(entryOf);
}

/** One group may say two things (two members went from one allOf): those are two entries, or one would not be told. */
function keyOf({ group, level, component, message, says }: Change): string {
  return [level, group, component === null ? message : says].join('\n');
}

function entryOf(places: readonly Change[]): Entry {
  const change = places.find(({ counterExample }) => counterExample !== undefined) ?? places[0]!;
  const operations = [...new Set(places.map(operationOf))];
  const { id, level, component } = change;
  return { id, level, change, places, operations, shared: component !== null && operations.length > 1 };
}

export function operationOf({ method, path }: Pick<Change, 'method' | 'path'>): string {
  if (path === null) return WHOLE_API;
  return method === null ? path : `${method} ${path}`;
}

/** What to give an ignore as its `fingerprint`: the hash of all places, or that of the only one. */
export function fingerprintOfEntry({ shared, change, places }: Entry): string {
  return shared || places.length > 1 ? change.group : change.fingerprint;
}
