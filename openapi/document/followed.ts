import type { Document } from './document.ts';
import type { Node } from './node.ts';

/** A member as what it stands for: tools follow a `$ref` at every place, also where the specification has none. */
export function followed({ references }: Document, node: Node | undefined, key: string): Node | undefined {
  const at = node?.get(key);
  return at && references.follow(at);
}

/** The members of a map (responses, headers, content), the map and each of them followed. */
export function membersOf(document: Document, node: Node | undefined, key: string): [string, Node][] {
  const members = followed(document, node, key)?.entries() ?? [];
  for (const member of members) member[1] = document.references.follow(member[1]);
  return members;
}

/** The same for a list: parameters, servers. */
export function itemsOf(document: Document, node: Node | undefined, key: string): Node[] {
  const items = followed(document, node, key)?.items() ?? [];
  return items.map((at) => document.references.follow(at));
}
