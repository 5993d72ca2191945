import type { Operation, PathItem } from '../document/operations.ts';
import { type OperationPair, sideBySide } from './pairs.ts';

export interface Removed {
  readonly operation: Operation;
  /** Its path has no operations left. */
  readonly withPath: boolean;
  /** An operation that is new in the revision and carries its operationId. */
  readonly movedTo: Operation | undefined;
}

export interface Operations {
  readonly pairs: readonly OperationPair[];
  readonly removed: readonly Removed[];
  readonly added: readonly Operation[];
}

/** Which operations are in both documents. Paths are the same when they differ only in the names of their parameters. */
export function matchOperations(base: ReadonlyMap<string, PathItem>, revision: ReadonlyMap<string, PathItem>): Operations {
  const counterparts = matchPaths(base, revision);
  const taken = new Set(counterparts.values());
  const pairs: OperationPair[] = [];
  const gone: { operation: Operation; withPath: boolean }[] = [];
  const added: Operation[] = [];
  for (const [path, item] of base) {
    const other = counterparts.get(path);
    for (const [method, sides] of sideBySide(item.operations, other?.operations ?? new Map<string, Operation>())) {
      if (sides.base && sides.revision)
        pairs.push({ method, path, base: sides.base, revision: sides.revision, inverted: false, prefix: '' });
      else if (sides.base) gone.push({ operation: sides.base, withPath: !other });
      else if (sides.revision) added.push(sides.revision);
    }
  }
  for (const item of revision.values()) if (!taken.has(item)) added.push(...item.operations.values());
  return { pairs, added, removed: gone.map((removed) => ({ ...removed, movedTo: findMoved(removed.operation, added) })) };
}

function findMoved({ operationId }: Operation, added: readonly Operation[]): Operation | undefined {
  if (operationId === undefined) return undefined;
  const candidates = added.filter((operation) => operation.operationId === operationId);
  return candidates.length === 1 ? candidates[0] : undefined;
}

function matchPaths(base: ReadonlyMap<string, PathItem>, revision: ReadonlyMap<string, PathItem>): Map<string, PathItem> {
  const counterparts = new Map<string, PathItem>();
  const free = new Map<string, PathItem>();
  for (const [path, item] of revision) if (!base.has(path)) free.set(templateOf(path), item);
  for (const path of base.keys()) {
    const template = templateOf(path);
    const item = revision.get(path) ?? free.get(template);
    if (!item) continue;
    counterparts.set(path, item);
    if (!revision.has(path)) free.delete(template);
  }
  return counterparts;
}

/** A path without the names of its parameters; a slash at the end makes another path. */
export function templateOf(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, '{}');
}

/** The names of a path's parameters, in order. */
export function parameterNames(path: string): string[] {
  return [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);
}
