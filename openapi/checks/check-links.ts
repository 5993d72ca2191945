import { templateOf } from '../diff/match-operations.ts';
import { type OperationPair, sideBySide } from '../diff/pairs.ts';
import type { Document } from '../document/document.ts';
import { membersOf } from '../document/followed.ts';
import type { Node } from '../document/node.ts';
import { pathItems } from '../document/operations.ts';
import { splitPointer } from '../document/pointer.ts';
import { canonicalJson } from '../schema/json-value.ts';
import type { Finding } from './finding.ts';

interface Linking {
  readonly base: Node;
  readonly revision: Node;
  readonly within: string;
}

/** Links of a response that came, went, or lead elsewhere. */
export function linkFindings(pair: OperationPair, { base, revision, within }: Linking): Finding[] {
  const links = (document: Document, node: Node) => new Map(membersOf(document, node, 'links'));
  return [...sideBySide(links(pair.base.document, base), links(pair.revision.document, revision))].flatMap(([name, sides]): Finding[] => {
    const subject = `${within} link ${name}`;
    const tell = (action: string, message: string): Finding[] => [
      { id: `${pair.rulePrefix}response-link-${action}`, ...sides, message: `${subject} ${message}`, subject },
    ];
    if (!sides.base) return tell('added', 'was added');
    if (!sides.revision) return tell('removed', 'was removed');
    const [before, after] = [leadsTo(pair.base.document, sides.base), leadsTo(pair.revision.document, sides.revision)];
    return before === after ? [] : tell('changed', 'leads elsewhere, or with other values');
  });
}

/** Where a link leads and with what, in words that are the same when only names changed. */
function leadsTo(document: Document, link: Node): string {
  const [operationId, operationRef] = [link.string('operationId'), link.string('operationRef')];
  const target = operationId === undefined ? byReference(operationRef) : (operationIdsOf(document).get(operationId) ?? operationId);
  const given = ['parameters', 'requestBody'].map((key) => canonicalJson(link.member(key) ?? null));
  return [target, ...given, link.get('server')?.string('url')].join(' ');
}

function byReference(reference = ''): string {
  const [paths, path, method, ...more] = reference.startsWith('#/') ? splitPointer(reference.slice(1)) : [];
  return paths === 'paths' && path && method && more.length === 0 ? addressOf(method.toUpperCase(), path) : reference;
}

const addressOf = (method: string, path: string): string => `${method} ${templateOf(path)}`;

const known = new WeakMap<Document, ReadonlyMap<string, string>>();

function operationIdsOf(document: Document): ReadonlyMap<string, string> {
  const found = known.get(document);
  if (found) return found;
  const operations = [...pathItems(document, 'paths').values()].flatMap((item) => [...item.operations.values()]);
  const ids = new Map(operations.map(({ operationId, method, path }) => [operationId ?? '', addressOf(method, path)]));
  known.set(document, ids);
  return ids;
}
