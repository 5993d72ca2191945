import { templateOf } from '../diff/match-operations.ts';
import { type OperationPair, type Sides, sideBySide } from '../diff/pairs.ts';
import type { Document } from '../document/document.ts';
import type { Node } from '../document/node.ts';
import { addressOf, hostIn, variableNames } from '../document/server-address.ts';
import { ownServersOf, type Server, type Servers, serversOf } from '../document/servers.ts';
import type { Finding } from './finding.ts';
import { otherFindings } from './other-changes.ts';
import { reach } from './reach.ts';
import { atMost } from './registry.ts';

/** The addresses at which the whole API is. Where each path took over what its server ended with, all addresses are the same. */
export function checkGlobalServers({ base, revision, pairs }: Whole): Finding[] {
  const found = compare('api-server', { base: serversOf(base), revision: serversOf(revision) });
  if (pairs.length === 0 || pairs.some((pair) => templateOf(pair.base.path) === templateOf(pair.revision.path))) return found;
  const hosts = new Set([...serversOf(revision).keys()].map(hostIn));
  // Without servers, an API is where its document is.
  if (hosts.size === 0) hosts.add('');
  return found.map((finding) =>
    finding.id === 'api-server-removed' && hosts.has(hostIn(addressOf(finding.subject)))
      ? { ...finding, message: `${finding.message}; with their paths, operations are where they were`, ...atMost('info', finding.id) }
      : finding,
  );
}

interface Whole {
  readonly base: Document;
  readonly revision: Document;
  readonly pairs: readonly OperationPair[];
}

/** The addresses of an operation that has its own, or whose path has, on one side at least. */
export function checkServers({ base, revision }: OperationPair): Finding[] {
  const [before, after] = [ownServersOf(base), ownServersOf(revision)];
  // What all operations inherit is told once, for the whole document.
  if (!before && !after) return [];
  return compare('api-operation-server', { base: before ?? serversOf(base.document), revision: after ?? serversOf(revision.document) });
}

function compare(kind: 'api-server' | 'api-operation-server', { base, revision }: { base: Servers; revision: Servers }): Finding[] {
  return [...sideBySide(base, revision)].flatMap(([address, sides]): Finding[] => {
    if (sides.base && sides.revision) return variableFindings(kind, { base: sides.base, revision: sides.revision });
    const [server, others] = sides.base ? [sides.base, revision] : [sides.revision, base];
    if (!server || (address === '/' && others.size === 0)) return [];
    const at = { base: sides.base?.node, revision: sides.revision?.node, subject: server.url };
    if (!sides.base) return [{ id: `${kind}-added`, ...at, message: `the server ${server.url} was added` }];
    const id = `${kind}-removed`;
    const message = `the server ${server.url} was removed`;
    const still = reach(revision.values(), server);
    return [
      { id, ...at, message: still ? `${message}; its addresses are those of others` : message, ...(still ? atMost('info', id) : {}) },
    ];
  });
}

interface Listed {
  readonly base: Node;
  readonly revision: Node;
}

interface Both {
  readonly base: Server;
  readonly revision: Server;
}

/** A server with variables is the address that its defaults make, for whoever does not set them, and one for each value. */
function variableFindings(kind: string, { base: { url, node: base }, revision: { url: other, node: revision } }: Both): Finding[] {
  // The names of variables are for readers only: their places in the address are compared.
  const names = variableNames(url);
  const oldNames = new Map(variableNames(other).map((name, index) => [name, names[index] ?? name]));
  const variables = (node: Node) => node.get('variables')?.entries() ?? [];
  const after = new Map(variables(revision).map(([name, at]) => [oldNames.get(name) ?? name, at]));
  const found = [...sideBySide(new Map(variables(base)), after)].flatMap(([name, sides]): Finding[] => {
    if (!sides.base || !sides.revision) return [presence(name, url, sides)];
    const { base: before, revision: after } = sides;
    const subject = `${url} {${name}}`;
    const tell = (suffix: string, message: string, value = ''): Finding => ({
      id: `${kind}-variable-${suffix}`,
      ...sides,
      message: `${message} in the server ${url}`,
      subject: `${subject} ${value}`.trimEnd(),
    });
    const others = otherFindings('serverVariable', { base: before, revision: after }, `server ${subject}`);
    return [
      ...defaultFindings(name, [before.string('default'), after.string('default')], tell),
      ...valueFindings(name, { base: before, revision: after }, tell),
      ...others,
    ];
  });
  return [...found, ...otherFindings('server', { base, revision }, `server ${url}`)];
}

/** A variable that the address does not name any more, or that was not defined: the addresses are compared by what they say. */
function presence(name: string, url: string, sides: Sides<Node>): Finding {
  const message = `the variable {${name}} of the server ${url} was ${sides.base ? 'removed' : 'added'}`;
  return { id: 'api-other-changed', ...sides, message, subject: `${url} {${name}}` };
}

type Tell = (suffix: string, message: string, value?: string) => Finding;

function defaultFindings(name: string, [before, after]: readonly [string | undefined, string | undefined], tell: Tell): Finding[] {
  if (before === after) return [];
  return [tell('default-changed', `the default of {${name}} changed from ${before ?? 'none'} to ${after ?? 'none'}`)];
}

/** Without an enum a variable may have any value. */
function valueFindings(name: string, { base, revision }: Listed, tell: Tell): Finding[] {
  const values = (node: Node) =>
    node.get('enum')
      ? new Set(
          node
            .get('enum')
            ?.items()
            .map(({ value }) => String(value)),
        )
      : undefined;
  const [before, after] = [values(base), values(revision)];
  if (!before && !after) return [];
  if (!before) return [tell('value-removed', `{${name}} may now only be ${[...(after ?? [])].join(', ')}`)];
  if (!after) return [tell('value-added', `{${name}} may be anything`)];
  return [
    ...[...before.difference(after)].map((value) => tell('value-removed', `{${name}} may no longer be ${value}`, value)),
    ...[...after.difference(before)].map((value) => tell('value-added', `{${name}} may be ${value}`, value)),
  ];
}
