import { type Sides, sideBySide } from '../diff/pairs.ts';
import type { Document } from '../document/document.ts';
import type { Node } from '../document/node.ts';
import { pathItems } from '../document/operations.ts';
import { globalSecurity, securityOf, securitySchemes } from '../document/security.ts';
import { isUnfollowed } from '../document/unfollowed.ts';
import { credentialOf, definitionOf, typeOf } from './credentials.ts';
import type { Finding } from './finding.ts';
import { otherFindings } from './other-changes.ts';
import { atMost } from './registry.ts';

type Tell = (suffix: string, message: string, subject?: string) => Finding;

/** Definitions of security schemes. Who is locked out by them is told where they are asked for. */
export function checkSecuritySchemes(base: Document, revision: Document): Finding[] {
  return [...sideBySide(securitySchemes(base), securitySchemes(revision))].flatMap(([name, { base: before, revision: after }]) => {
    const tell: Tell = (suffix, message, subject = name) => {
      const id = `api-security-component-${suffix}`;
      // Where tokens come from matters to whoever needs one.
      const level = isAskedFor(revision, name) ? {} : atMost('info', id);
      return { id, base: before, revision: after, message: `the security scheme ${name} ${message}`, subject, ...level };
    };
    if (!before) return [tell('added', 'was added')];
    if (!after) return [tell('removed', 'was removed')];
    if (isUnfollowed({ node: before }, { node: after })) return [];
    const others = otherFindings('securityScheme', { base: before, revision: after }, `security scheme ${name}`);
    return [...definition(before, after, tell), ...flowsFindings({ base: before, revision: after }, { tell, name, revision }), ...others];
  });
}

function definition(before: Node, after: Node, tell: Tell): Finding[] {
  const [old, now] = [typeOf(before), typeOf(after)];
  if (old !== now) return [tell('type-changed', `changed from ${old} to ${now}`)];
  if (definitionOf(before) !== definitionOf(after))
    return [tell('changed', `takes ${credentialOf(after)} and no longer ${credentialOf(before)}`)];
  return urlFindings({ before, after, keys: [['openIdConnectUrl', 'openid-url-changed']], where: '' }, tell);
}

interface Scheme {
  readonly tell: Tell;
  readonly name: string;
  readonly revision: Document;
}

function flowsFindings({ base, revision }: { base: Node; revision: Node }, scheme: Scheme): Finding[] {
  const { tell, name } = scheme;
  return [...sideBySide(flowsOf(base), flowsOf(revision))].flatMap(([flow, sides]) => {
    if (sides.base && sides.revision)
      return flowFindings(flow, { before: sides.base, after: sides.revision, schemeNode: revision }, scheme);
    return sides.base
      ? [tell('oauth-flow-removed', `no longer has the flow ${flow}`, `${name} ${flow}`)]
      : [tell('oauth-flow-added', `has one more flow, ${flow}`, `${name} ${flow}`)];
  });
}

/** Swagger 2.0's names of flows. */
const FLOWS: Readonly<Record<string, string>> = { application: 'clientCredentials', accessCode: 'authorizationCode' };

/** In Swagger 2.0 the scheme is its only flow. */
function flowsOf(node: Node): Map<string, Node> {
  const flows = node.get('flows');
  if (flows) return new Map(flows.entries().filter(([name]) => !name.startsWith('x-')));
  const flow = node.string('flow');
  return flow ? new Map([[FLOWS[flow] ?? flow, node]]) : new Map();
}

interface Flow {
  readonly before: Node;
  readonly after: Node;
  /** The scheme in the revision, with all its flows. */
  readonly schemeNode: Node;
}

function flowFindings(flow: string, { before, after, schemeNode }: Flow, scheme: Scheme): Finding[] {
  const { tell, name } = scheme;
  const keys = [
    ['authorizationUrl', 'oauth-url-changed'],
    ['tokenUrl', 'oauth-token-url-changed'],
  ] as const;
  const urls = urlFindings({ before, after, keys, where: ` of its flow ${flow}`, subject: `${name} ${flow}` }, tell);
  const scopes = [...sideBySide(scopesOf(before), scopesOf(after))].flatMap(([scope, sides]) =>
    scopeFindings({ scope, flow, sides }, { ...scheme, schemeNode }),
  );
  // In Swagger 2.0 the flow is the scheme, whose other members are told with it.
  const others =
    before.string('type') || after.string('type')
      ? []
      : otherFindings('flow', { base: before, revision: after }, `security scheme ${name} flow ${flow}`);
  return [...urls, ...scopes, ...others];
}

const scopesOf = (node: Node): Map<string, Node> =>
  new Map((node.get('scopes')?.entries() ?? []).filter(([scope]) => !scope.startsWith('x-')));

interface Scope {
  readonly scope: string;
  readonly flow: string;
  readonly sides: Sides<Node>;
}

function scopeFindings({ scope, flow, sides }: Scope, { tell, name, revision, schemeNode }: Scheme & Pick<Flow, 'schemeNode'>): Finding[] {
  const subject = `${name} ${flow} ${scope}`;
  if (!sides.base) return [tell('oauth-scope-added', `offers the scope ${scope} in its flow ${flow}`, subject)];
  if (sides.revision) {
    const same = sides.base.value === sides.revision.value;
    return same ? [] : [tell('oauth-scope-changed', `describes the scope ${scope} in its flow ${flow} otherwise`, subject)];
  }
  const finding = tell('oauth-scope-removed', `no longer offers the scope ${scope} in its flow ${flow}`, subject);
  const offered = [...flowsOf(schemeNode).values()].some((each) => scopesOf(each).has(scope));
  return [offered || !isAskedFor(revision, name, scope) ? { ...finding, ...atMost('info', finding.id) } : finding];
}

const asked = new WeakMap<Document, ReadonlyMap<string, ReadonlySet<string>>>();

/** Whether an operation still asks for a scheme, or a scope of it, itself or by what the document asks for all. */
function isAskedFor(document: Document, scheme: string, scope?: string): boolean {
  const all = asked.get(document) ?? askedFor(document);
  asked.set(document, all);
  const scopes = all.get(scheme);
  return scope === undefined ? scopes !== undefined : scopes?.has(scope) === true;
}

/** The schemes that are asked for, with all scopes. */
function askedFor(document: Document): Map<string, Set<string>> {
  const operations = [...pathItems(document, 'paths').values()].flatMap((item) => [...item.operations.values()]);
  const all = new Map<string, Set<string>>();
  for (const { alternatives } of [globalSecurity(document), ...operations.map(securityOf)])
    for (const [scheme, scopes] of alternatives.flatMap((each) => [...each]))
      all.set(scheme, new Set([...(all.get(scheme) ?? []), ...scopes]));
  return all;
}

interface Urls {
  readonly before: Node;
  readonly after: Node;
  readonly keys: readonly (readonly [key: string, suffix: string])[];
  readonly where: string;
  readonly subject?: string;
}

function urlFindings({ before, after, keys, where, subject }: Urls, tell: Tell): Finding[] {
  return keys.flatMap(([key, suffix]) => {
    const [old, now] = [before.string(key), after.string(key)];
    return old === now ? [] : [tell(suffix, `has another ${key}${where}: ${now ?? 'none'}, and no longer ${old ?? 'none'}`, subject)];
  });
}
