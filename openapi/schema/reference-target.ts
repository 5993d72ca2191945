import type { Document } from '../document/document.ts';
import { isObject, type Node } from '../document/node.ts';
import { Unfollowed } from '../document/unfollowed.ts';
import { type DynamicScope, RECURSIVE } from './dynamic-scope.ts';

export const REFERENCES = ['$ref', '$dynamicRef', '$recursiveRef'] as const;

export type ReferenceKeyword = (typeof REFERENCES)[number];

/** Keywords beside a reference that say nothing about values; they do not make it more than its target. */
const SILENT = new Set(['description', 'summary', 'title', 'example', 'examples', '$comment', 'externalDocs']);

/** The reference that a schema is nothing but; undefined when it says more. */
export function loneReference(document: Document, node: Node): ReferenceKeyword | undefined {
  if (!isObject(node.value)) return undefined;
  const keyword = REFERENCES.find((each) => node.string(each) !== undefined);
  if (keyword === '$ref' && (document.version === '2.0' || document.version === '3.0')) return keyword;
  return Object.keys(node.value).every((key) => key === keyword || SILENT.has(key)) ? keyword : undefined;
}

/** Where a reference leads, on the way by which its schema was reached. */
export function targetOf(
  { references }: Document,
  node: Node,
  { keyword, scope }: { keyword: ReferenceKeyword; scope: DynamicScope },
): Node {
  const bound = keyword === '$ref' ? undefined : boundTarget();
  if (bound) return bound;
  const target = references.resolve(node, keyword);
  const isDocument = !target.parent && (target.string('openapi') ?? target.string('swagger')) !== undefined;
  return isDocument ? references.refuse(node, { keyword, reason: 'it leads to the whole document, which is no schema' }) : target;

  function boundTarget(): Node | undefined {
    if (scope.isLost) return references.refuse(node, { keyword, reason: 'its name is bound in more ways than the engine looks at' });
    const anchor = keyword === '$dynamicRef' ? '$dynamicAnchor' : '$recursiveAnchor';
    const name = keyword === '$dynamicRef' ? node.string(keyword)?.replace(/^.*#/s, '') : RECURSIVE;
    const to = scope.boundTo(name ?? '');
    // Only a reference that leads to such an anchor by itself may lead to another one.
    const starts = to ? references.candidates(node, keyword).filter((at) => !(at instanceof Unfollowed)) : [];
    return starts.some((at) => at.member(anchor) !== undefined) ? to : undefined;
  }
}
