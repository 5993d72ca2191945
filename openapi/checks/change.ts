import { hash } from 'node:crypto';
import type { Area, Direction, Level } from './rule.ts';

export type Verdict = 'compatible' | 'breaking' | 'unknown';

/** A value that shows the break: a request that was accepted and no longer is, or an answer that may come now and could not before. */
export interface CounterExample {
  readonly value: unknown;
  /** What the value is: the whole body, parameter or header value; not only the property that changed. */
  readonly of: string;
}

/** One change between two documents. Where something is only in one of them, the pointer into the other is null. */
export interface Change {
  readonly id: string;
  readonly level: Level;
  readonly direction: Direction;
  readonly area: Area;
  /** Upper case; null when the change is not in an operation. */
  readonly method: string | null;
  /** The path as the base writes it (as the revision does for what is new); null outside operations. */
  readonly path: string | null;
  readonly operationId: string | null;
  /** JSON pointer into the base document; with `file#` before it when the place is in another file. */
  readonly base: string | null;
  readonly revision: string | null;
  readonly message: string;
  /** The message without its place in the operation, for whoever tells the change once for all places. */
  readonly says: string;
  /** The component that it is written in, with the way within it (`NodeSelectorTerm.matchExpressions`); null for what an operation writes itself. */
  readonly component: string | null;
  /** What was changed within its operation, in words that stay the same from commit to commit. */
  readonly subject: string;
  /** Twelve hex digits, the same for the same change between other commits: for ignore lists. */
  readonly fingerprint: string;
  /** Twelve hex digits that one change of a component has at every place that uses it; the fingerprint where it is in no component. */
  readonly group: string;
  readonly counterExample?: CounterExample;
}

/** Worst first: an error is breaking, a warning is not known, and only infos are compatible. */
export function verdictOf(changes: Iterable<Pick<Change, 'level'>>): Verdict {
  let verdict: Verdict = 'compatible';
  for (const { level } of changes) {
    if (level === 'error') return 'breaking';
    if (level === 'warning') verdict = 'unknown';
  }
  return verdict;
}

export function fingerprintOf(change: Pick<Change, 'id' | 'method' | 'path' | 'subject'>): string {
  const path = change.path?.replaceAll(/\{[^}]*\}/g, '{}') ?? '';
  return sha256([change.id, change.method ?? '', path, change.subject]);
}

/** What the places of one change of a component share. */
export function groupOf(id: string, component: string, item: string): string {
  return sha256([id, component, item]);
}

const sha256 = (parts: readonly string[]): string => hash('sha256', parts.join('\n'), 'hex').slice(0, 12);
