import { type OperationPair, sideBySide } from '../diff/pairs.ts';
import type { Document } from '../document/document.ts';
import type { Node } from '../document/node.ts';
import { ownServersOf, type Servers, serversOf } from '../document/servers.ts';
import type { Finding } from './finding.ts';

/** The addresses at which the whole API is. */
export function checkGlobalServers(base: Document, revision: Document): Finding[] {
  return compare('api-server', { base: serversOf(base), revision: serversOf(revision) });
}

/** The addresses of an operation that has its own, or whose path has, on one side at least. */
export function checkServers({ base, revision }: OperationPair): Finding[] {
  const [before, after] = [ownServersOf(base), ownServersOf(revision)];
  // What all operations inherit is told once, for the whole document.
  if (!before && !after) return [];
  return compare('api-operation-server', { base: before ?? serversOf(base.document), revision: after ?? serversOf(revision.document) });
}

function compare(kind: 'api-server' | 'api-operation-server', { base, revision }: { base: Servers; revision: Servers }): Finding[] {
  return [...sideBySide(base, revision)].flatMap(([url, sides]): Finding[] => {
    if (sides.base && sides.revision) return variableFindings(kind, url, { base: sides.base, revision: sides.revision });
    const action = sides.base ? 'removed' : 'added';
    return [{ id: `${kind}-${action}`, ...sides, message: `the server ${url} was ${action}`, subject: url }];
  });
}

/** A server with variables is the address that its defaults make, for whoever does not set them. */
function variableFindings(kind: string, url: string, { base, revision }: { base: Node; revision: Node }): Finding[] {
  const variables = (node: Node) => new Map(node.get('variables')?.entries() ?? []);
  return [...sideBySide(variables(base), variables(revision))].flatMap(([name, sides]): Finding[] => {
    const [before, after] = [sides.base?.string('default'), sides.revision?.string('default')];
    if (before === after || before === undefined || after === undefined) return [];
    const message = `the default of {${name}} in the server ${url} changed from ${before} to ${after}`;
    return [{ id: `${kind}-variable-default-changed`, ...sides, message, subject: `${url} {${name}}` }];
  });
}
