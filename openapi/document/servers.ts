import type { Document } from './document.ts';
import { itemsOf } from './followed.ts';
import type { Node } from './node.ts';
import type { Operation } from './operations.ts';
import { addressOf } from './server-address.ts';

export interface Server {
  /** As it is written, without a slash at the end. */
  readonly url: string;
  readonly node: Node;
}

/** The servers of an API by their addresses (as `addressOf` has them). */
export type Servers = ReadonlyMap<string, Server>;

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
  return byAddress(servers.map((node) => ({ url: (node.string('url') ?? '/').replace(/(?<!\/)\/+$/, '') || '/', node })));
}

/** In Swagger 2.0 there is one host (that of the document, when none is stated); operations may say by which `schemes` it is reached. */
function swaggerServers({ root }: Document, own?: Node): Servers {
  const host = root.string('host');
  const base = (root.string('basePath') ?? '').replace(/\/+$/, '');
  if (!host) return base === '' ? new Map() : byAddress([{ url: base, node: root.get('basePath') ?? root }]);
  const stated = (own ?? root.get('schemes'))?.items().map(({ value }) => String(value)) ?? [];
  const schemes = stated.length > 0 ? stated : ['https'];
  return byAddress(schemes.map((scheme) => ({ url: `${scheme}://${host}${base}`, node: own ?? root.get('host') ?? root })));
}

const byAddress = (servers: readonly Server[]): Servers => new Map(servers.map((server) => [addressOf(server.url), server]));
