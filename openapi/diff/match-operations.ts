import type { Operation, PathItem } from '../document/operations.ts';
import { pathIn } from '../document/server-address.ts';
import { ownServersOf, serversOf } from '../document/servers.ts';
import type { OperationPair } from './pairs.ts';

export interface Removed {
  readonly operation: Operation;
  /** Its path has no operations left. */
  readonly withPath: boolean;
  /** An operation that is new in the revision and carries its operationId. */
  readonly movedTo: Operation | undefined;
}

export interface Operations {
  readonly pairs: readonly OperationPair[];
  readonly removed: readonly Removed[];
  readonly added: readonly Operation[];
}

/**
 * Which operations are in both documents: the same method at the same path, else at one that differs only in the names of its
 * parameters, else at the same address, of which the servers may say the first part. Operations are matched and not paths, because two
 * paths may say parts of one (`/a/{x}` with GET, `/a/{y}` with POST).
 */
export function matchOperations(base: ReadonlyMap<string, PathItem>, revision: ReadonlyMap<string, PathItem>): Operations {
  const free = byTemplate(base, revision);
  const templates = new Set([...revision.keys()].map(templateOf));
  const pairs: OperationPair[] = [];
  const taken = new Set<Operation>();
  const left: { operation: Operation; withPath: boolean }[] = [];
  const pair = (before: Operation, after: Operation) => {
    pairs.push({ method: before.method, path: before.path, base: before, revision: after, inverted: false, prefix: '', rulePrefix: '' });
    taken.add(after);
  };
  for (const [path, item] of base)
    for (const [method, before] of item.operations) {
      const after = revision.get(path)?.operations.get(method) ?? free.get(templateKey(before))?.shift();
      if (after) pair(before, after);
      else left.push({ operation: before, withPath: !templates.has(templateOf(path)) });
    }
  const elsewhere =
    left.length > 0
      ? Map.groupBy(
          operationsOf(revision).filter((each) => !taken.has(each)),
          addressKey,
        )
      : new Map();
  const gone = left.filter(({ operation }) => {
    const after = elsewhere.get(addressKey(operation))?.shift();
    if (after) pair(operation, after);
    return !after;
  });
  const added = operationsOf(revision).filter((operation) => !taken.has(operation));
  return { pairs, added, removed: gone.map((removed) => ({ ...removed, movedTo: findMoved(removed.operation, added) })) };
}

/** Operations of the revision that the base does not have at the very same path, by method and template. */
function byTemplate(base: ReadonlyMap<string, PathItem>, revision: ReadonlyMap<string, PathItem>): Map<string, Operation[]> {
  const operations = [...revision].flatMap(([path, item]) =>
    [...item.operations].flatMap(([method, operation]) => (base.get(path)?.operations.has(method) ? [] : [operation])),
  );
  return Map.groupBy(operations, templateKey);
}

const operationsOf = (items: ReadonlyMap<string, PathItem>): Operation[] =>
  [...items.values()].flatMap(({ operations }) => [...operations.values()]);

/** The path after the path of the servers, when all have the same: it may be written in either place. */
function addressKey(operation: Operation): string {
  const { method, path, document } = operation;
  const servers = [...(ownServersOf(operation) ?? serversOf(document)).keys()];
  const [prefix = '', ...others] = new Set(servers.map(pathIn));
  return `${method} ${others.length > 0 || prefix.includes('{') ? '' : prefix}${templateOf(path)}`;
}

function templateKey({ method, path }: Operation): string {
  return `${method} ${templateOf(path)}`;
}

function findMoved({ operationId }: Operation, added: readonly Operation[]): Operation | undefined {
  if (operationId === undefined) return undefined;
  const candidates = added.filter((operation) => operation.operationId === operationId);
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** A path without the names of its parameters; a slash at the end makes another path. */
export function templateOf(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, '{}');
}

/** The names of a path's parameters, in order; without the operators that URI templates know (`{+path}`, `{path*}`). */
export function parameterNames(path: string): string[] {
  return [...path.matchAll(/\{[+#./;?&]?([^}]*?)\*?\}/g)].map(([, name = '']) => name);
}

/** How a path's template writes its parameters: with what operators. */
export function operatorsOf(path: string): string {
  return [...path.matchAll(/\{([+#./;?&]?)[^}]*?(\*?)\}/g)].map(([, before, after]) => `{${before}${after}}`).join('');
}
