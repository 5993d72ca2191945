import type { Operation } from '../document/operations.ts';
import { type PathItem, pathItem } from '../document/operations.ts';
import { type OperationPair, type Sides, sideBySide } from './pairs.ts';

export interface Called {
  /** The name of the callback or webhook. */
  readonly name: string;
  readonly sides: Sides<PathItem>;
}

/** The callbacks of an operation, by name and expression. */
export function callbacksOf({ base, revision }: OperationPair): Called[] {
  return [...sideBySide(itemsOf(base), itemsOf(revision))].map(([name, sides]) => ({ name, sides }));
}

function itemsOf({ document, node, path }: Operation): Map<string, PathItem> {
  const items = new Map<string, PathItem>();
  for (const [name, reference] of node.get('callbacks')?.entries() ?? [])
    for (const [expression, item] of document.references.follow(reference).entries())
      if (!expression.startsWith('x-')) items.set(`${name} ${expression}`, pathItem(document, path, item));
  return items;
}

/** The calls that both sides make: there the service sends, and the client answers. */
export function invertedPairs({ name, sides }: Called, prefix: string): OperationPair[] {
  const { base, revision } = sides;
  if (!base || !revision) return [];
  return [...base.operations].flatMap(([method, before]) => {
    const after = revision.operations.get(method);
    return after
      ? [{ method, path: base.path, base: before, revision: after, inverted: true, prefix: `${prefix} ${name} ${method} ` }]
      : [];
  });
}
