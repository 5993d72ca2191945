import type { Document } from './document.ts';
import { followed, membersOf } from './followed.ts';
import { METHODS } from './methods.ts';
import { isObject, type Node } from './node.ts';

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
  const entries = followed(document, document.root, key)?.entries() ?? [];
  const items = entries.filter(([path]) => !path.startsWith('x-'));
  return new Map(items.map(([path, node]) => [path, pathItem(document, path, node)]));
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
      const at = followed(document, item, method);
      if (at && isObject(at.value)) add(method.toUpperCase(), at);
    }
    for (const [method, at] of membersOf(document, item, 'additionalOperations')) add(method.toUpperCase(), at);
  }
  return { path, node, operations };
}
