import type { NetworkNode } from '../../domain/integrations/network.ts';

/**
 * A line a pacticipant: its number, name, three fields that graph drawers of old read, its place, and the numbers of its
 * providers. Every line has as many fields as the longest; 0 fills it up.
 */
export function networkAsCsv(nodes: NetworkNode[]): string {
  const most = Math.max(1, ...nodes.map(({ providerIds }) => providerIds.length));
  const line = ({ id, name, providerIds }: NetworkNode, index: number) => {
    const providers = Array.from({ length: most }, (_, at) => providerIds[at] ?? 0);
    return [id, quoted(name), 1, 1, 0, index + 1, ...providers].join(',');
  };
  return nodes.map((node, index) => `${line(node, index)}\n`).join('');
}

const quoted = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
