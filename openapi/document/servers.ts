import type { Document } from './document.ts';
import { itemsOf } from './followed.ts';
import type { Node } from './node.ts';
import type { Operation } from './operations.ts';

/** Addresses of an API, without a slash at the end, and where each is written. */
export type Servers = ReadonlyMap<string, Node>;

/** The addresses of the whole API. */
export function serversOf(document: Document): Servers {
  if (document.version === '2.0') return swaggerServers(document);
  return listedServers(document, document.root);
}

/** The addresses that an operation or its path states in place of the document's; undefined when neither does. An empty list states nothing. */
export function ownServersOf({ document, node, items }: Operation): Servers | undefined {
  if (document.version !== '2.0')
    return [node, ...items.toReversed()].map((at) => listedServers(document, at)).find(({ size }) => size > 0);
  const schemes = node.get('schemes');
  return schemes && schemes.items().length > 0 ? swaggerServers(document, schemes) : undefined;
}

function listedServers(document: Document, node: Node): Servers {
  const servers = itemsOf(document, node, 'servers');
  return new Map(servers.map((server) => [(server.string('url') ?? '/').replace(/\/+$/, '') || '/', server]));
}

/** In Swagger 2.0 there is one host; operations may say by which `schemes` it is reached. */
function swaggerServers({ root }: Document, own?: Node): Servers {
  const host = root.string('host');
  if (!host) return new Map();
  const stated = (own ?? root.get('schemes'))?.items().map(({ value }) => String(value)) ?? [];
  const base = (root.string('basePath') ?? '').replace(/\/+$/, '');
  const schemes = stated.length > 0 ? stated : ['https'];
  return new Map(schemes.map((scheme) => [`${scheme}://${host}${base}`, own ?? root.get('host') ?? root]));
}
