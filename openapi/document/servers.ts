import type { Document } from './document.ts';
import type { Node } from './node.ts';
import type { Operation } from './operations.ts';

/** Addresses of an API, without a slash at the end, and where each is written. */
export type Servers = ReadonlyMap<string, Node>;

/** The addresses of the whole API. */
export function serversOf(document: Document): Servers {
  if (document.version === '2.0') return swaggerServers(document);
  return listedServers(document.root);
}

/** The addresses that an operation or its path states in place of the document's; undefined when neither does. An empty list states nothing. */
export function ownServersOf({ document, node, item }: Operation): Servers | undefined {
  if (document.version === '2.0') return undefined;
  return [node, item].map(listedServers).find(({ size }) => size > 0);
}

function listedServers(node: Node): Servers {
  const servers = node.get('servers')?.items() ?? [];
  return new Map(servers.map((server) => [(server.string('url') ?? '/').replace(/\/+$/, '') || '/', server]));
}

function swaggerServers({ root }: Document): Servers {
  const host = root.string('host');
  if (!host) return new Map();
  const schemes = root.member('schemes');
  const base = (root.string('basePath') ?? '').replace(/\/+$/, '');
  const urls = (Array.isArray(schemes) && schemes.length > 0 ? schemes : ['https']).map((scheme) => `${scheme}://${host}${base}`);
  return new Map(urls.map((url) => [url, root.get('host') ?? root]));
}
