import type { Operation } from '../document/operations.ts';

/** Two sides of the same thing, of which one may be missing. */
export interface Sides<T> {
  readonly base: T | undefined;
  readonly revision: T | undefined;
}

/** An operation that both documents have. */
export interface OperationPair {
  readonly method: string;
  /** As the base writes it. */
  readonly path: string;
  readonly base: Operation;
  readonly revision: Operation;
  /** For callbacks and webhooks: the service calls, and the client answers. */
  readonly inverted: boolean;
  /** What precedes the names of parts: `callback onEvent `, or nothing. */
  readonly prefix: string;
  /** What precedes the ids of rules, by who calls: `callback-`, `webhook-`, or nothing where the client calls. */
  readonly rulePrefix: '' | 'callback-' | 'webhook-';
}

/** The members of two maps side by side: first those of the base, in its order, then what is only in the revision. */
export function sideBySide<T>(base: ReadonlyMap<string, T>, revision: ReadonlyMap<string, T>): Map<string, Sides<T>> {
  const sides = new Map<string, Sides<T>>();
  for (const [key, value] of base) sides.set(key, { base: value, revision: revision.get(key) });
  for (const [key, value] of revision) if (!base.has(key)) sides.set(key, { base: undefined, revision: value });
  return sides;
}
