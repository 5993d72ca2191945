import { DocumentError } from './document-error.ts';
import { METHODS } from './methods.ts';
import { isObject, Node } from './node.ts';
import { mapNode, mistake, placeOf, withMembers } from './prefix.ts';
import type { References } from './references.ts';
import type { Source } from './source.ts';
import { Unfollowed } from './unfollowed.ts';

/** What a document says for all of its operations; where documents differ in it, each operation says it for itself. */
const INHERITED = ['security', 'consumes', 'produces'] as const;

/**
 * Several documents as one API: their paths, webhooks and components together, each at its own place. References in them count from
 * their own file, so two may have components of one name. Throws DocumentError where they contradict each other.
 */
export function composedRoot(sources: readonly Source[], references: References): Node {
  const roots = sources.map((source) => new Node(source.value, source));
  const [first] = roots as [Node, ...Node[]];
  refuseDifferent(roots, ['host', 'basePath', 'schemes']);
  const differing = INHERITED.filter((key) => !isSame(roots, key));
  const inherit = { differing, servers: !isSame(roots, 'servers'), references };
  const composed: Record<string, Node | undefined> = {
    info: infoOf(roots),
    paths: mapNode(first, 'paths', itemsOf(roots, 'paths', inherit)),
    webhooks: mapNode(first, 'webhooks', itemsOf(roots, 'webhooks', inherit)),
  };
  for (const key of differing) composed[key] = undefined;
  if (inherit.servers) composed.servers = undefined;
  for (const key of ['definitions', 'securityDefinitions'])
    composed[key] = mapNode(
      first,
      key,
      namedIn(
        roots.map((root) => [root, root.get(key)]),
        key,
      ),
    );
  const kinds = new Set(
    roots.flatMap(
      (root) =>
        root
          .get('components')
          ?.entries()
          .map(([kind]) => kind) ?? [],
    ),
  );
  const components = first.get('components') ?? new Node({}, first.source, first, 'components');
  const maps = [...kinds].map((kind): [string, Node] => [
    kind,
    mapNode(
      components,
      kind,
      namedIn(
        roots.map((root) => [root, root.at('components', kind)]),
        kind,
      ),
    ),
  ]);
  composed.components = withMembers(components, Object.fromEntries(maps));
  return withMembers(first, composed);
}

function isSame(roots: readonly Node[], key: string): boolean {
  return new Set(roots.map((root) => JSON.stringify(root.member(key)))).size === 1;
}

function refuseDifferent(roots: readonly Node[], keys: readonly string[]): void {
  for (const key of keys) {
    const other = roots.find((root) => JSON.stringify(root.member(key)) !== JSON.stringify(roots[0]?.member(key)));
    if (other)
      throw mistake(other.get(key) ?? other, `${key} is another than in ${roots[0]?.source.file}: these documents are not one API`);
  }
}

/** All titles; the version, when it is one. */
function infoOf(roots: readonly Node[]): Node {
  const infos = roots.map((root) => root.get('info') ?? root.withValue({}));
  const titles = [...new Set(infos.flatMap((info) => info.string('title') ?? []))];
  const versions = new Set(infos.map((info) => info.member('version')));
  const [info] = infos as [Node, ...Node[]];
  return info.withValue({ title: titles.join(', '), ...(versions.size === 1 ? { version: info.member('version') } : {}) });
}

interface Inherit {
  readonly differing: readonly string[];
  readonly servers: boolean;
  readonly references: References;
}

function itemsOf(roots: readonly Node[], key: 'paths' | 'webhooks', inherit: Inherit): Map<string, Node> {
  const taken = new Map<string, Node>();
  const items = new Map<string, Node>();
  for (const root of roots)
    for (const [path, reference] of root.get(key)?.entries() ?? []) {
      if (path.startsWith('x-')) continue;
      const item = explicitItem(root, inherit.references.follow(reference), { reference, inherit });
      for (const [method, operation] of operationsIn(item)) {
        const name = `${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`;
        const other = taken.get(name);
        if (other) throw mistake(operation, `${method.toUpperCase()} ${path} is also in ${placeOf(other)}; an API has it once`);
        taken.set(name, operation);
      }
      const known = items.get(path);
      items.set(path, known ? together(known, item) : item);
    }
  return items;
}

function together(known: Node, item: Node): Node {
  const [before, more] = [known.get('additionalOperations'), item.get('additionalOperations')];
  const additional = more && { additionalOperations: before ? withMembers(before, Object.fromEntries(more.entries())) : more };
  return withMembers(known, { ...Object.fromEntries(operationsIn(item)), ...additional });
}

function operationsIn(item: Node): [string, Node][] {
  const methods: readonly string[] = METHODS;
  return item.entries().filter(([method, operation]) => methods.includes(method) && isObject(operation.value));
}

/** A path item whose operations say for themselves what they would inherit from their path and their document. */
function explicitItem(root: Node, item: Node, { reference, inherit }: { reference: Node; inherit: Inherit }): Node {
  // A path item that is not known stays the reference that it is, so that it is told.
  if (item instanceof Unfollowed) return reference;
  const whole = reference === item ? item : withMembers(item, Object.fromEntries(reference.entries().filter(([key]) => key !== '$ref')));
  const servers = whole.get('servers') ?? (inherit.servers ? root.get('servers') : undefined);
  const operations = operationsIn(whole).map(([method, operation]): [string, Node] => {
    const inherited = inherit.differing.filter((key) => operation.member(key) === undefined);
    const added = inherited.flatMap((key): [string, Node][] => {
      const node = root.get(key) ?? (key === 'security' ? operation.withValue([]) : undefined);
      return node ? [[key, node]] : [];
    });
    if (servers && operation.member('servers') === undefined) added.push(['servers', servers]);
    const shared = whole.get('parameters')?.items() ?? [];
    if (shared.length > 0)
      added.push(['parameters', listNode(operation, 'parameters', [...shared, ...(operation.get('parameters')?.items() ?? [])])]);
    return [method, added.length > 0 ? withMembers(operation, Object.fromEntries(added)) : operation];
  });
  return withMembers(whole, { ...Object.fromEntries(operations), parameters: undefined, servers: undefined });
}

function listNode(within: Node, key: string, nodes: readonly Node[]): Node {
  const at = within.get(key) ?? new Node([], within.source, within, key);
  return at.withValue(
    nodes.map(({ value }) => value),
    new Map(nodes.map((node) => [node.value, node])),
  );
}

/** By name; what bears a name that another document has given already is called by its file too. */
function namedIn(maps: readonly (readonly [Node, Node | undefined])[], kind: string): Map<string, Node> {
  const named = new Map<string, Node>();
  for (const [root, map] of maps)
    for (const [name, node] of map?.entries() ?? []) {
      const other = named.get(name);
      const same = other && JSON.stringify(other.value) === JSON.stringify(node.value);
      if (other && !same && /^security/.test(kind))
        throw mistake(node, `the security scheme ${name} is another at ${placeOf(other)}; operations of both name it`);
      if (!other) named.set(name, node);
      else if (!same) named.set(`${name} (${root.source.file.replace(/^.*[/\\]/, '')})`, node);
    }
  return named;
}

/** The version of OpenAPI that all of them have. */
export function refuseVersions(sources: readonly Source[], versions: readonly string[]): void {
  const at = versions.findIndex((version) => version !== versions[0]);
  const source = sources[at];
  if (!source) return;
  const key = isObject(source.value) && source.value.openapi === undefined ? '/swagger' : '/openapi';
  throw new DocumentError('not-one-api', `this is OpenAPI ${versions[at]}, and ${sources[0]?.file} is ${versions[0]}`, source.locate(key));
}
