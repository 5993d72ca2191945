import type { Document } from '../document/document.ts';
import { membersOf } from '../document/followed.ts';
import { type Operation, type PathItem, pathItem, pathItems } from '../document/operations.ts';
import { comparableItems } from './comparable.ts';
import { type OperationPair, type Sides, sideBySide } from './pairs.ts';

/** What one party calls at the other: a callback or a webhook, with what it is called with on both sides. */
export interface Called {
  readonly kind: 'callback' | 'webhook';
  readonly name: string;
  readonly sides: Sides<PathItem>;
  /** The service calls, and the client answers. Only the callback of a callback is called by the client again. */
  readonly inverted: boolean;
}

/** The callbacks of an operation, by name and expression; what only got another name is called as before. */
export function callbacksOf({ base, revision, inverted }: OperationPair): Called[] {
  const [before, after] = [callbacksIn(base), callbacksIn(revision)];
  const sides = sideBySide(before, underOldNames(before, after));
  return [...sides].map(([name, at]) => ({ kind: 'callback', name, sides: at, inverted: !inverted }));
}

function underOldNames(before: ReadonlyMap<string, PathItem>, after: ReadonlyMap<string, PathItem>): Map<string, PathItem> {
  const gone = Map.groupBy(
    [...before.keys()].filter((key) => !after.has(key)),
    expressionOf,
  );
  const fresh = Map.groupBy(
    [...after.keys()].filter((key) => !before.has(key)),
    expressionOf,
  );
  const oldName = (key: string): string => {
    const [old, ...others] = gone.get(expressionOf(key)) ?? [];
    const alone = others.length === 0 && fresh.get(expressionOf(key))?.length === 1;
    return old !== undefined && alone ? old : key;
  };
  return new Map([...after].map(([key, item]) => [oldName(key), item]));
}

const expressionOf = (key: string): string => key.slice(key.indexOf(' ') + 1);

export function webhooksOf(base: Document, revision: Document): Called[] {
  const items = comparableItems(pathItems(base, 'webhooks'), pathItems(revision, 'webhooks'));
  const sides = sideBySide(items.base, items.revision);
  return [...sides].map(([name, at]) => ({ kind: 'webhook', name, sides: at, inverted: true }));
}

function callbacksIn({ document, node, path }: Operation): Map<string, PathItem> {
  const items = new Map<string, PathItem>();
  for (const [name, callback] of membersOf(document, node, 'callbacks'))
    for (const [expression, item] of callback.entries())
      if (!expression.startsWith('x-')) items.set(`${name} ${expression}`, pathItem(document, path, item));
  return items;
}

/** The calls that both sides make. */
export function calledPairs({ kind, name, sides, inverted }: Called): OperationPair[] {
  const { base, revision } = sides;
  if (!base || !revision) return [];
  return [...base.operations].flatMap(([method, before]): OperationPair[] => {
    const after = revision.operations.get(method);
    if (!after) return [];
    const named = { prefix: `${kind} ${name} ${method} `, rulePrefix: inverted ? (`${kind}-` as const) : ('' as const) };
    return [{ method, path: base.path, base: before, revision: after, inverted, ...named }];
  });
}
