import type { Document } from './document.ts';
import { METHODS } from './methods.ts';
import type { Node } from './node.ts';

/** A path of the document with what it holds; a `$ref` beside its own members is followed. */
export interface PathItem {
  readonly path: string;
  readonly node: Node;
  readonly operations: ReadonlyMap<string, Operation>;
}

export interface Operation {
  readonly document: Document;
  /** Upper case. */
  readonly method: string;
  readonly path: string;
  readonly node: Node;
  /** What its path says for all operations: the item that a `$ref` leads to, then what stands beside the `$ref`, which goes before. */
  readonly items: readonly Node[];
  readonly operationId: string | undefined;
}

/** The path items under a key of the document: `paths` or `webhooks`. */
export function pathItems(document: Document, key: 'paths' | 'webhooks'): Map<string, PathItem> {
  const items = new Map<string, PathItem>();
  const entries = document.root.get(key)?.entries() ?? [];
  for (const [path, node] of entries) if (!path.startsWith('x-')) items.set(path, pathItem(document, path, node));
  return items;
}

export function pathItem(document: Document, path: string, reference: Node): PathItem {
  const node = document.references.follow(reference);
  // The specification leaves open what members beside a reference mean here; tools merge them.
  const items = node === reference ? [node] : [node, reference];
  const operations = new Map<string, Operation>();
  const add = (method: string, at: Node) =>
    operations.set(method, { document, method, path, node: at, items, operationId: at.string('operationId') });
  for (const item of items) {
    for (const method of METHODS) {
      const at = item.get(method);
      if (at && typeof at.value === 'object' && at.value !== null) add(method.toUpperCase(), at);
    }
    for (const [method, at] of item.get('additionalOperations')?.entries() ?? []) add(method.toUpperCase(), at);
  }
  return { path, node, operations };
}
