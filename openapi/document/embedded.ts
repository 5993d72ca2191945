import { addressFrom } from './address.ts';
import { isObject, type Node } from './node.ts';

/** The schemas of one file that have an address (`$id`) or a name (`$anchor`, `$dynamicAnchor`) of their own. */
export interface Embedded {
  readonly byAddress: (address: string) => Node | undefined;
  readonly addressOf: (resource: Node) => string;
  /** More than one when a name is there several times. */
  readonly anchorsIn: (resource: Node, anchor: string) => readonly Node[];
}

/** Values, in which nothing is a keyword. */
const VALUES = new Set(['example', 'examples', 'default', 'const', 'enum', 'value']);
/** Maps from names that people choose: a property may be called `default`. */
const NAMED = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions', 'schemas', 'callbacks', 'headers']);

interface Visit {
  readonly node: Node;
  readonly resource: unknown;
  readonly address: string;
  readonly named: boolean;
}

/** Walks a file once. */
export function embeddedIn(root: Node, address: string): Embedded {
  const addresses = new Map<string, Node>();
  const own = new Map<unknown, string>([[root.value, address]]);
  const anchors = new Map<unknown, Map<string, Set<Node>>>();
  const seen = new Set<unknown>();
  const open: Visit[] = [{ node: root, resource: root.value, address, named: false }];
  for (let at = open.pop(); at; at = open.pop()) {
    const { node, named } = at;
    if (seen.has(node.value)) continue;
    seen.add(node.value);
    let { resource, address: base } = at;
    const id = named ? undefined : node.string('$id');
    if (id !== undefined && node !== root) {
      base = addressFrom(id, base) ?? base;
      resource = node.value;
      own.set(node.value, base);
      if (!addresses.has(base)) addresses.set(base, node);
    }
    for (const keyword of ['$anchor', '$dynamicAnchor']) {
      const name = named ? undefined : node.string(keyword);
      if (name === undefined) continue;
      const known = anchors.get(resource) ?? new Map<string, Set<Node>>();
      anchors.set(resource, known.set(name, (known.get(name) ?? new Set()).add(node)));
    }
    for (const [key, child] of node.entries().reverse())
      if (typeof child.value === 'object' && child.value !== null && (named || !VALUES.has(key)))
        open.push({ node: child, resource, address: base, named: !named && NAMED.has(key) && isObject(child.value) });
  }
  return {
    byAddress: (wanted) => addresses.get(wanted),
    addressOf: (resource) => own.get(resource.value) ?? address,
    anchorsIn: (resource, anchor) => [...(anchors.get(resource.value)?.get(anchor) ?? [])],
  };
}
