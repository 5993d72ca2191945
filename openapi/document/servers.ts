import type { Document } from './document.ts';
import type { Node } from './node.ts';

/** The addresses of the API, without a slash at the end, and where they are written. */
export function serversOf(document: Document): Map<string, Node> {
  if (document.version === '2.0') return swaggerServers(document);
  const servers = document.root.get('servers')?.items() ?? [];
  return new Map(servers.map((node) => [(node.string('url') ?? '/').replace(/\/+$/, '') || '/', node]));
}

function swaggerServers({ root }: Document): Map<string, Node> {
  const host = root.string('host');
  if (!host) return new Map();
  const schemes = root.member('schemes');
  const base = (root.string('basePath') ?? '').replace(/\/+$/, '');
  const urls = (Array.isArray(schemes) && schemes.length > 0 ? schemes : ['https']).map((scheme) => `${scheme}://${host}${base}`);
  return new Map(urls.map((url) => [url, root.get('host') ?? root]));
}
