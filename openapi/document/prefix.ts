import type { DocumentError, Location } from './document-error.ts';
import { isObject, Node } from './node.ts';

/** The document's root with paths that lack a prefix which they have in common; those without it stay. */
export function withoutPrefix(root: Node, prefix: string): Node {
  const stripped = `/${prefix.replace(/^\/+|\/+$/g, '')}`;
  const entries = root.get('paths')?.entries() ?? [];
  const paths = new Map<string, Node>();
  let found = stripped === '/';
  for (const [path, item] of entries) {
    const has = path === stripped || path.startsWith(`${stripped}/`);
    found ||= has;
    const name = has && stripped !== '/' ? path.slice(stripped.length) || '/' : path;
    const other = paths.get(name);
    if (other) throw mistake(item, `without ${stripped} this path is ${name}, which is also there at ${placeOf(other)}`);
    paths.set(name, item);
  }
  if (!found) throw mistake(root.get('paths') ?? root, `no path begins with ${stripped}, which is to be taken from paths`);
  return withMembers(root, { paths: mapNode(root, 'paths', paths) });
}

/** The same node with some members replaced by nodes, which keep their places; undefined takes a member away. */
export function withMembers(node: Node, members: Readonly<Record<string, Node | undefined>>): Node {
  const all = new Map<string, Node | undefined>([...node.entries(), ...Object.entries(members)]);
  const present = [...all].filter((entry): entry is [string, Node] => entry[1] !== undefined);
  return node.withValue(Object.fromEntries(present.map(([key, { value }]) => [key, value])), homesOf(present.map(([, child]) => child)));
}

/** A map of nodes that stand at different places, as the member of a node. */
export function mapNode(within: Node, key: string, members: ReadonlyMap<string, Node>): Node {
  const at = within.get(key) ?? new Node({}, within.source, within, key);
  return at.withValue(Object.fromEntries([...members].map(([name, { value }]) => [name, value])), homesOf([...members.values()]));
}

function homesOf(nodes: readonly Node[]): Map<unknown, Node> {
  return new Map(nodes.filter(({ value }) => isObject(value) || Array.isArray(value)).map((node) => [node.value, node]));
}

export function mistake(node: Node, reason: string): DocumentError {
  return node.source.error('not-one-api', reason, node.pointer);
}

export function placeOf(node: Node): string {
  const { file, line, column }: Location = node.source.locate(node.pointer);
  return `${file}:${line}:${column}`;
}
