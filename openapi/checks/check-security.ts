import type { OperationPair } from '../diff/pairs.ts';
import type { Document } from '../document/document.ts';
import type { Node } from '../document/node.ts';
import { type Alternative, globalSecurity, type Security, securityOf } from '../document/security.ts';
import { Credentials, shown } from './credentials.ts';
import type { Finding } from './finding.ts';
import { atMost } from './registry.ts';

/** Who may call an operation that has rules of its own on one side at least. */
export function checkSecurity({ base, revision }: OperationPair): Finding[] {
  const [before, after] = [securityOf(base), securityOf(revision)];
  // What all operations inherit is told once, for the whole document.
  if (!before.own && !after.own) return [];
  const about: About = { before, after, credentials: new Credentials(base.document, revision.document) };
  return [...lockedOut(about), ...differences(about, 'api-security')];
}

interface Whole {
  readonly base: Document;
  readonly revision: Document;
  readonly pairs: readonly OperationPair[];
}

/** Who may call everything that has no rules of its own; nobody is locked out of nothing. */
export function checkGlobalSecurity({ base, revision, pairs }: Whole): Finding[] {
  const [before, after] = [globalSecurity(base), globalSecurity(revision)];
  const about: About = { before, after, credentials: new Credentials(base, revision) };
  const inherited = pairs.some((pair) => !securityOf(pair.base).own && !securityOf(pair.revision).own);
  return [...(inherited ? lockedOut(about) : []), ...differences(about, 'api-global-security')];
}

/** What the service proves itself with where it calls: a receiver checks it. */
export function checkCredentials({ base, revision, prefix, rulePrefix }: OperationPair): Finding[] {
  const [before, after] = [securityOf(base), securityOf(revision)];
  if (!before.own && !after.own) return [];
  // What the document asks of its callers says little of the calls that it makes.
  const asked = before.own ? before.alternatives : [new Map()];
  const credentials = new Credentials(base.document, revision.document);
  const checked = after.alternatives.every((now) => asked.some((old) => credentials.contains(now, old)));
  const [old, now] = [asked.map(shown).join(', or '), after.alternatives.map(shown).join(', or ')];
  if (checked && old === now) return [];
  const id = `${rulePrefix}security-changed`;
  const message = old === now ? redefinition(credentials, asked, after.alternatives) : `is sent ${now}, and was sent ${old}`;
  const sides = { base: before.node, revision: after.node };
  return [{ id, ...sides, message: `${prefix}${message}`, subject: prefix.trimEnd(), ...(checked ? atMost('info', id) : {}) }];
}

function redefinition(credentials: Credentials, old: readonly Alternative[], now: readonly Alternative[]): string {
  const schemes = old.flatMap((alternative) => credentials.redefined(alternative, now));
  return schemes.map(({ name, before, after }) => `is sent with another ${name}: ${after}, and no longer ${before}`).join('; ');
}

interface About {
  readonly before: Security;
  readonly after: Security;
  readonly credentials: Credentials;
}

/** Callers who were let in and meet none of the new alternatives. */
function lockedOut({ before, after, credentials }: About): Finding[] {
  const out = before.alternatives.filter((old) => !after.alternatives.some((now) => credentials.admits(old, now)));
  return out.map((old) => {
    const who = shown(old);
    const [scheme] = credentials.redefined(old, after.alternatives);
    const allowed = after.alternatives.map(shown).filter((each) => each !== who);
    // Where the scheme itself takes something else, it is at the scheme that it changed.
    const sides = scheme ? schemeNodes(credentials, scheme.name) : { base: before.node, revision: after.node };
    const id = 'api-security-callers-locked-out';
    if (scheme && !(sides.base && sides.revision)) {
      const how = sides.base ? 'is no longer defined' : `is only now defined, as ${scheme.after}`;
      return { id, ...sides, message: `callers ${who} may be locked out: ${scheme.name} ${how}`, subject: who, ...atMost('warning', id) };
    }
    const why = scheme
      ? `${scheme.name} is now ${scheme.after} and no longer ${scheme.before}`
      : `now only callers ${allowed.join(', or ')} are let in`;
    return { id, ...sides, message: `callers ${who} are locked out: ${why}`, subject: who };
  });
}

function schemeNodes({ base, revision }: Credentials, name: string): { base: Node | undefined; revision: Node | undefined } {
  return { base: base.get(name), revision: revision.get(name) };
}

/** What the requirements say otherwise, without a judgement. */
function differences({ before, after }: About, kind: 'api-security' | 'api-global-security'): Finding[] {
  const sides = { base: before.node, revision: after.node };
  const tell = (suffix: string, message: string, subject: string): Finding => ({ id: `${kind}-${suffix}`, ...sides, message, subject });
  const [old, now] = byNames(before.alternatives, after.alternatives);
  const lacking = (names: ReadonlyMap<string, unknown>, others: ReadonlyMap<string, unknown>) =>
    [...names.keys()].filter((key) => !others.has(key));
  const removed = lacking(old, now).filter((names) => names !== '');
  // That nobody needs credentials any more goes without saying where no alternative is left.
  const added = lacking(now, old).filter((names) => names !== '' || now.size > 1);
  const scopes = [...old].flatMap(([names, alternative]) => (now.has(names) ? scopeFindings(alternative, now.get(names)!, tell) : []));
  return [
    ...removed.map((names) => tell('removed', `the requirement ${names} was removed`, names)),
    ...added.map((names) =>
      names === ''
        ? tell('added', 'callers without credentials are let in', names)
        : tell('added', `the requirement ${names} was added`, names),
    ),
    ...scopes,
  ];
}

type Named = Map<string, Alternative>;

/** Alternatives by the names of their schemes; where several have the same schemes, each by its scopes too. */
function byNames(before: readonly Alternative[], after: readonly Alternative[]): [before: Named, after: Named] {
  const repeated = new Set(
    [before, after].flatMap((side) => [...Map.groupBy(side, namesOf)].filter(([, same]) => same.length > 1)).map(([names]) => names),
  );
  const keyOf = (each: Alternative) => (repeated.has(namesOf(each)) && each.size > 0 ? shown(each).replace('with ', '') : namesOf(each));
  return [new Map(before.map((each) => [keyOf(each), each])), new Map(after.map((each) => [keyOf(each), each]))];
}

const namesOf = (alternative: Alternative): string => [...alternative.keys()].sort().join(' and ');

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
