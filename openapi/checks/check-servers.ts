import { type OperationPair, sideBySide } from '../diff/pairs.ts';
import type { Document } from '../document/document.ts';
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
    if (sides.base && sides.revision) return [];
    const action = sides.base ? 'removed' : 'added';
    return [{ id: `${kind}-${action}`, ...sides, message: `the server ${url} was ${action}`, subject: url }];
  });
}
