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
  return own && Array.isArray(own.value) ? { alternatives: alternativesOf(document, own), node: own, own: true } : globalSecurity(document);
}

export function globalSecurity(document: Document): Security {
  const node = document.root.get('security');
  return { alternatives: node ? alternativesOf(document, node) : [new Map()], node: node ?? document.root, own: false };
}

function alternativesOf(document: Document, node: Node): Alternative[] {
  const alternatives = node.items().map(({ value }) => {
    const schemes = isObject(value) ? Object.entries(value) : [];
    return new Map(schemes.map(([name, scopes]) => [schemeName(document, name), Array.isArray(scopes) ? scopes.map(String) : []]));
  });
  return alternatives.length > 0 ? alternatives : [new Map()];
}

/** A scheme may also be named by where it is (3.2). */
function schemeName(document: Document, name: string): string {
  const [, named] = /^#\/components\/securitySchemes\/([^/]+)$/.exec(name) ?? [];
  return named !== undefined && document.version === '3.2' ? named : name;
}

export function securitySchemes(document: Document): Map<string, Node> {
  if (document.version === '2.0') return new Map(membersOf(document, document.root, 'securityDefinitions'));
  return new Map(membersOf(document, followed(document, document.root, 'components'), 'securitySchemes'));
}
