/** A pacticipant of the network, with those whose contracts it consumes. */
export interface NetworkNode {
  id: number;
  name: string;
  providerIds: number[];
}

interface Edge {
  consumer_id: number;
  consumer: string;
  provider_id: number;
  provider: string;
}

/** The pacticipants of some integrations, in the order in which these name them, numbered by the order of their creation. */
export function networkOf(edges: Edge[]): NetworkNode[] {
  const ids = [...new Set(edges.flatMap((edge) => [edge.consumer_id, edge.provider_id]))].sort((a, b) => a - b);
  const numbers = new Map(ids.map((id, index) => [id, index + 1]));
  const nodes = new Map<number, NetworkNode>();
  const nodeOf = (id: number, name: string): NetworkNode => {
    const known = nodes.get(id) ?? { id: numbers.get(id) as number, name, providerIds: [] };
    nodes.set(id, known);
    return known;
  };
  for (const edge of edges) {
    const consumer = nodeOf(edge.consumer_id, edge.consumer);
    consumer.providerIds.push(nodeOf(edge.provider_id, edge.provider).id);
  }
  return [...nodes.values()];
}

/** The integrations that hang together with a pacticipant, nearest first. */
export function connectedTo<E extends Edge>(pacticipantId: number, edges: E[]): E[] {
  const byPacticipant = new Map<number, E[]>();
  for (const edge of edges) {
    for (const id of [edge.consumer_id, edge.provider_id]) {
      const known = byPacticipant.get(id);
      if (known) known.push(edge);
      else byPacticipant.set(id, [edge]);
    }
  }
  const reached = new Set([pacticipantId]);
  const found = new Set<E>();
  // A set grows while it is walked: each pacticipant reached is walked once, in the order of its distance.
  for (const id of reached) {
    for (const edge of byPacticipant.get(id) ?? []) {
      found.add(edge);
      reached.add(edge.consumer_id).add(edge.provider_id);
    }
  }
  return [...found];
}
