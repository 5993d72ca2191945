import type { OperationPair } from '../diff/pairs.ts';
import type { Document } from '../document/document.ts';
import type { Node } from '../document/node.ts';
import { type Alternative, globalSecurity, type Security, securityOf, securitySchemes } from '../document/security.ts';
import { isUnfollowed } from '../document/unfollowed.ts';
import type { Finding } from './finding.ts';

/** Who may call an operation that has rules of its own on one side at least. */
export function checkSecurity({ base, revision }: OperationPair): Finding[] {
  const [before, after] = [securityOf(base), securityOf(revision)];
  // What all operations inherit is told once, for the whole document.
  if (!before.own && !after.own) return [];
  return compare(before, after, { kind: 'api-security', documents: [base.document, revision.document] });
}

/** Who may call everything that has no rules of its own. */
export function checkGlobalSecurity(base: Document, revision: Document): Finding[] {
  return compare(globalSecurity(base), globalSecurity(revision), { kind: 'api-global-security', documents: [base, revision] });
}

interface About {
  readonly kind: 'api-security' | 'api-global-security';
  readonly documents: readonly [Document, Document];
}

function compare(before: Security, after: Security, { kind, documents }: About): Finding[] {
  const sides = { base: before.node, revision: after.node };
  const tell = (suffix: string, message: string, subject: string): Finding => ({ id: `${kind}-${suffix}`, ...sides, message, subject });
  const [old, now] = [byNames(before.alternatives), byNames(after.alternatives)];
  const removed = [...old.keys()]
    .filter((names) => names !== '' && !now.has(names))
    .map((names) => tell('removed', `${names} no longer lets in`, names));
  const added = [...now.keys()]
    .filter((names) => names !== '' && !old.has(names))
    .map((names) => tell('added', `${names} now lets in`, names));
  const scopes = [...old].flatMap(([names, alternative]) => (now.has(names) ? scopeFindings(alternative, now.get(names)!, tell) : []));
  const admits = admission(documents);
  const lockedOut = before.alternatives
    .filter((alternative) => !after.alternatives.some((other) => admits(alternative, other)))
    .map((alternative): Finding => {
      const who = shown(alternative);
      return {
        id: 'api-security-callers-locked-out',
        ...sides,
        message: `callers ${who} are locked out: now only callers ${after.alternatives.map(shown).join(', or ')} are let in`,
        subject: who,
      };
    });
  return [...lockedOut, ...removed, ...added, ...scopes];
}

function byNames(alternatives: readonly Alternative[]): Map<string, Alternative> {
  return new Map(alternatives.map((alternative) => [[...alternative.keys()].sort().join(' and '), alternative]));
}

function scopeFindings(
  before: Alternative,
  after: Alternative,
  tell: (suffix: string, message: string, subject: string) => Finding,
): Finding[] {
  return [...before].flatMap(([scheme, scopes]) => {
    const others = after.get(scheme) ?? [];
    return [
      ...scopes
        .filter((scope) => !others.includes(scope))
        .map((scope) => tell('scope-removed', `${scheme} no longer asks for the scope ${scope}`, `${scheme} ${scope}`)),
      ...others
        .filter((scope) => !scopes.includes(scope))
        .map((scope) => tell('scope-added', `${scheme} now asks for the scope ${scope}`, `${scheme} ${scope}`)),
    ];
  });
}

function shown(alternative: Alternative): string {
  if (alternative.size === 0) return 'without credentials';
  const schemes = [...alternative].map(([name, scopes]) => (scopes.length > 0 ? `${name} (${scopes.join(', ')})` : name));
  return `with ${schemes.join(' and ')}`;
}

/** Whether whoever meets an old alternative meets a new one: it asks for no other scheme and no further scope. */
function admission([base, revision]: readonly [Document, Document]): (old: Alternative, now: Alternative) => boolean {
  const [before, after] = [securitySchemes(base), securitySchemes(revision)];
  const unknown = (node: Node | undefined) => node !== undefined && isUnfollowed({ node });
  // What could not be read is told as that, and is not taken for another scheme.
  const alike = (a: string, b: string) =>
    unknown(before.get(a)) || unknown(after.get(b)) || definitionOf(before.get(a), a) === definitionOf(after.get(b), b);
  return (old, now) =>
    [...now].every(([name, scopes]) => [...old].some(([other, has]) => alike(other, name) && scopes.every((scope) => has.includes(scope))));
}

/** What credentials a scheme takes; its name does not matter, unless it is defined nowhere. */
function definitionOf(node: Node | undefined, scheme: string): string {
  if (!node) return `undefined ${scheme}`;
  const type = node.string('type');
  if (type === 'basic') return 'http basic';
  const name = node.string('name') ?? '';
  // The names of headers are the same in upper and lower case.
  const key = node.string('in') === 'header' ? name.toLowerCase() : name;
  const parts = [node.string('scheme') ?? '', node.string('in') ?? '', key, node.string('openIdConnectUrl') ?? ''];
  const http = type === 'http' ? [node.string('scheme')?.toLowerCase() ?? ''] : parts;
  return [type, ...http].join(' ').trimEnd();
}
