import { type Change, fingerprintOf, type Verdict, verdictOf } from './checks/change.ts';
import { findRule } from './checks/registry.ts';
import type { Document } from './document/document.ts';
import { type Operation, pathItems } from './document/operations.ts';

export interface DiffOptions {
  /** The day that sunset dates are compared with, as YYYY-MM-DD; today when not given. */
  readonly today?: string;
}

export interface DiffResult {
  readonly verdict: Verdict;
  /** Worst first within an operation; operations in the order of the base, then what is new. */
  readonly changes: readonly Change[];
}

/** What changed from base to revision, and whether it breaks anyone. Throws DocumentError when a part cannot be read. */
export function diffDocuments(base: Document, revision: Document, _options: DiffOptions = {}): DiffResult {
  const changes: Change[] = [];
  const before = pathItems(base, 'paths');
  const after = pathItems(revision, 'paths');
  for (const [path, item] of before) {
    const gone = after.has(path) ? 'api-removed-without-deprecation' : 'api-path-removed-without-deprecation';
    for (const [method, operation] of item.operations)
      if (!after.get(path)?.operations.has(method)) changes.push(change(gone, operation, 'base'));
  }
  for (const [path, item] of after)
    for (const [method, operation] of item.operations)
      if (!before.get(path)?.operations.has(method)) changes.push(change('endpoint-added', operation, 'revision'));
  return { verdict: verdictOf(changes), changes };
}

function change(id: string, { document, method, path, node, operationId }: Operation, side: 'base' | 'revision'): Change {
  const { level, direction, area, means } = findRule(id)!;
  const pointer = document.pointerTo(node);
  const found = { id, level, direction, area, method, path, operationId: operationId ?? null, subject: '', message: means };
  return {
    ...found,
    base: side === 'base' ? pointer : null,
    revision: side === 'revision' ? pointer : null,
    fingerprint: fingerprintOf(found),
  };
}
