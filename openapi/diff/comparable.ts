import { METHODS } from '../document/methods.ts';
import type { Node } from '../document/node.ts';
import type { Operation, PathItem } from '../document/operations.ts';
import type { References } from '../document/references.ts';
import { isUnfollowed } from '../document/unfollowed.ts';
import { templateOf } from './match-operations.ts';
import type { OperationPair } from './pairs.ts';

/** The members of a part that may be references, or hold some; `*` is every member. */
interface Shape {
  readonly [member: string]: Shape;
}

const content: Shape = { '*': {} };
const PATH_ITEM: Shape = Object.fromEntries(METHODS.map((method) => [method, {}]));
const OPERATION: Shape = {
  requestBody: { content },
  responses: { '*': { content, headers: { '*': { content } } } },
  callbacks: { '*': { '*': PATH_ITEM } },
};

/**
 * A pair of operations without what both have and one of them knows only by a reference that was not followed: between a part and
 * the unknown there is nothing to compare, and nothing to make up. Schemas know it of themselves.
 */
export function comparablePair(pair: OperationPair): OperationPair {
  const [before, after] = [pair.base.document.references, pair.revision.document.references];
  const masked = mask({ base: pair.base.node, revision: pair.revision.node, before, after }, OPERATION);
  if (!masked) return pair;
  return { ...pair, base: { ...pair.base, node: masked.base }, revision: { ...pair.revision, node: masked.revision } };
}

interface Parts {
  readonly base: Node;
  readonly revision: Node;
  readonly before: References;
  readonly after: References;
}

/** Undefined when everything can stay. */
function mask(parts: Parts, shape: Shape): Pick<Parts, 'base' | 'revision'> | undefined {
  const [base, revision] = [parts.before.follow(parts.base), parts.after.follow(parts.revision)];
  const kept = new Map<string, Pick<Parts, 'base' | 'revision'> | undefined>();
  const members = shape['*'] ? base.entries().map(([key]) => key) : Object.keys(shape);
  for (const key of members) {
    const inner = shape[key] ?? shape['*'];
    const both = { ...parts, base: base.get(key), revision: revision.get(key) };
    if (!inner || !isWhole(both)) continue;
    const unknown = isUnfollowed({ node: both.before.follow(both.base) }, { node: both.after.follow(both.revision) });
    const masked = unknown ? undefined : mask(both, inner);
    if (unknown || masked) kept.set(key, masked);
  }
  if (kept.size === 0) return undefined;
  return { base: replace(base, kept, 'base'), revision: replace(revision, kept, 'revision') };
}

function isWhole<T extends { base: Node | undefined; revision: Node | undefined }>(both: T): both is T & { base: Node; revision: Node } {
  return both.base !== undefined && both.revision !== undefined;
}

/** The part with some members as they were masked, or left out; all else stands where it stood. */
function replace(at: Node, members: ReadonlyMap<string, Pick<Parts, 'base' | 'revision'> | undefined>, side: 'base' | 'revision'): Node {
  const entries = at.entries().flatMap(([key, node]): [string, Node][] => {
    if (!members.has(key)) return [[key, node]];
    const masked = members.get(key)?.[side];
    return masked ? [[key, masked]] : [];
  });
  const homes = entries.filter(([, { value }]) => typeof value === 'object').map(([, node]): [unknown, Node] => [node.value, node]);
  return at.withValue(Object.fromEntries(entries.map(([key, { value }]) => [key, value])), new Map(homes));
}

type Items = ReadonlyMap<string, PathItem>;

/** Path items of both documents without the operations that one of them may hold behind a reference that was not followed. */
export function comparableItems(base: Items, revision: Items): { base: Items; revision: Items } {
  return { base: without(base, revision), revision: without(revision, base) };
}

function without(items: Items, others: Items): Items {
  const unknown = new Map([...others.values()].filter(isUnknown).map((item) => [templateOf(item.path), item]));
  const own = [...items].filter(([path, item]) => unknown.has(templateOf(path)) || isUnknown(item));
  if (own.length === 0) return items;
  const changed = own.map(([path, item]): [string, PathItem] => {
    const other = unknown.get(templateOf(path));
    const stays = ([method, operation]: [string, Operation]) => !isUnknownOperation(operation) && isComparable(method, other);
    return [path, { ...item, operations: new Map([...item.operations].filter(stays)) }];
  });
  return new Map([...items, ...changed]);
}

function isComparable(method: string, other: PathItem | undefined): boolean {
  if (!other) return true;
  const operation = other.operations.get(method);
  return operation ? !isUnknownOperation(operation) : !isUnfollowed(other);
}

function isUnknown(item: PathItem): boolean {
  return isUnfollowed(item) || [...item.operations.values()].some(isUnknownOperation);
}

function isUnknownOperation({ document, node }: Operation): boolean {
  return isUnfollowed({ node: document.references.follow(node) });
}
