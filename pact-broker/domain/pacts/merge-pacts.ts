import { canonicalJson, isPlainObject } from './faithful-json.ts';
import type { PactContent } from './pact-content.ts';

export interface MergedPact {
  content: PactContent;
  /** Interactions that both have, differing: they cannot be merged. */
  conflicts: InteractionConflict[];
}

export interface InteractionConflict {
  list: 'interactions' | 'messages';
  description: string;
  before: unknown;
  after: unknown;
}

/** Adds the interactions of one pact to another. The same description with the same provider states is the same interaction. */
export function mergePacts(existing: PactContent, added: PactContent): MergedPact {
  const content: PactContent = { ...existing, ...added };
  const conflicts: InteractionConflict[] = [];
  for (const list of ['interactions', 'messages'] as const) {
    const [before, after] = [listIn(existing, list), listIn(added, list)];
    if (before === undefined || after === undefined) {
      const only = before ?? after;
      if (only) content[list] = only;
      continue;
    }
    const byIdentity = new Map(before.map((entry) => [identity(entry), entry]));
    for (const entry of after) {
      const same = byIdentity.get(identity(entry));
      if (same === undefined) byIdentity.set(identity(entry), entry);
      else if (withoutId(same) !== withoutId(entry)) conflicts.push({ list, description: describe(entry), before: same, after: entry });
    }
    content[list] = [...byIdentity.values()];
  }
  return { content, conflicts };
}

/** The interactions that conflict, and nothing else, as one side has them. */
export function conflictingParts(conflicts: InteractionConflict[], side: 'before' | 'after'): PactContent {
  const byList = Map.groupBy(conflicts, ({ list }) => list);
  return Object.fromEntries([...byList].map(([list, entries]) => [list, entries.map((entry) => entry[side])]));
}

function listIn(content: PactContent, list: string): unknown[] | undefined {
  const entries = content[list];
  return Array.isArray(entries) ? entries : undefined;
}

function identity(entry: unknown): string {
  if (!isPlainObject(entry)) return canonicalJson(entry);
  const states = entry.providerStates ?? entry.providerState ?? entry.provider_state ?? null;
  return canonicalJson([entry.description ?? null, states, entry.type ?? null]);
}

function withoutId(entry: unknown): string {
  if (!isPlainObject(entry)) return canonicalJson(entry);
  const { _id, ...rest } = entry;
  return canonicalJson(rest);
}

const describe = (entry: unknown): string => (isPlainObject(entry) ? String(entry.description) : String(entry));
