import type { Document } from './document.ts';
import { followed, membersOf } from './followed.ts';
import { isObject, type Node } from './node.ts';
import type { Operation } from './operations.ts';

/** One way to be let in: every scheme named, each with its scopes. No scheme at all: everyone is. */
export type Alternative = ReadonlyMap<string, readonly string[]>;

export interface Security {
  readonly alternatives: readonly Alternative[];
  readonly node: Node;
  /** Said by the operation itself, not by the document for all. */
  readonly own: boolean;
}

export function securityOf({ document, node }: Operation): Security {
  const own = node.get('security');
  return own && Array.isArray(own.value) ? { alternatives: alternativesOf(own), node: own, own: true } : globalSecurity(document);
}

export function globalSecurity(document: Document): Security {
  const node = document.root.get('security');
  return { alternatives: node ? alternativesOf(node) : [new Map()], node: node ?? document.root, own: false };
}

function alternativesOf(node: Node): Alternative[] {
  const alternatives = node.items().map(({ value }) => {
    const schemes = isObject(value) ? Object.entries(value) : [];
    return new Map(schemes.map(([name, scopes]) => [name, Array.isArray(scopes) ? scopes.map(String) : []]));
  });
  return alternatives.length > 0 ? alternatives : [new Map()];
}

export function securitySchemes(document: Document): Map<string, Node> {
  if (document.version === '2.0') return new Map(membersOf(document, document.root, 'securityDefinitions'));
  return new Map(membersOf(document, followed(document, document.root, 'components'), 'securitySchemes'));
}
