import { sideBySide } from '../diff/pairs.ts';
import type { Document } from '../document/document.ts';
import { isObject, type Node } from '../document/node.ts';
import { securitySchemes } from '../document/security.ts';
import { isUnfollowed } from '../document/unfollowed.ts';
import { sameSchema } from '../schema/same-schema.ts';
import { schemaAt } from '../schema/schema-at.ts';
import type { Finding } from './finding.ts';

/** Removed schemas that are looked for under other names, times the names that are new: beyond it they are told as removed. */
const MOST_COMPARED = 200_000;

/** What stands beside the operations: security schemes and named schemas. */
export function checkComponents(base: Document, revision: Document): Finding[] {
  return [...checkSchemes(base, revision), ...checkSchemas(base, revision)];
}

function checkSchemes(base: Document, revision: Document): Finding[] {
  return [...sideBySide(securitySchemes(base), securitySchemes(revision))].flatMap(([name, { base: before, revision: after }]) => {
    const tell = (suffix: string, message: string, subject = name): Finding => ({
      id: `api-security-component-${suffix}`,
      base: before,
      revision: after,
      message: `the security scheme ${name} ${message}`,
      subject,
    });
    if (!before) return [tell('added', 'was defined')];
    if (!after) return [tell('removed', 'was removed')];
    if (isUnfollowed({ node: before }, { node: after })) return [];
    const [old, now] = [before.string('type'), after.string('type')];
    if (old !== now) return [tell('type-changed', `changed from ${old} to ${now}`)];
    return [...sideBySide(flowsOf(before), flowsOf(after))].flatMap(([flow, sides]) =>
      sides.base && sides.revision
        ? flowFindings(flow, sides.base, { after: sides.revision, tell, name })
        : [tell(`oauth-flow-${sides.base ? 'removed' : 'added'}`, `${sides.base ? 'lost' : 'gained'} the flow ${flow}`, `${name} ${flow}`)],
    );
  });
}

/** In Swagger 2.0 the scheme is its only flow. */
function flowsOf(node: Node): Map<string, Node> {
  const flows = node.get('flows');
  if (flows) return new Map(flows.entries());
  const flow = node.string('flow');
  return flow ? new Map([[flow, node]]) : new Map();
}

interface Flow {
  readonly after: Node;
  readonly name: string;
  readonly tell: (suffix: string, message: string, subject?: string) => Finding;
}

function flowFindings(flow: string, before: Node, { after, tell, name }: Flow): Finding[] {
  const found: Finding[] = [];
  for (const [key, suffix] of [
    ['authorizationUrl', 'oauth-url-changed'],
    ['tokenUrl', 'oauth-token-url-changed'],
  ] as const)
    if (before.string(key) !== after.string(key)) found.push(tell(suffix, `has another ${key} in its flow ${flow}`, `${name} ${flow}`));
  const scopes = (node: Node) => new Map(node.get('scopes')?.entries() ?? []);
  for (const [scope, sides] of sideBySide(scopes(before), scopes(after))) {
    const subject = `${name} ${flow} ${scope}`;
    if (!sides.revision) found.push(tell('oauth-scope-removed', `lost the scope ${scope}`, subject));
    else if (!sides.base) found.push(tell('oauth-scope-added', `gained the scope ${scope}`, subject));
    else if (sides.base.value !== sides.revision.value)
      found.push(tell('oauth-scope-changed', `describes the scope ${scope} otherwise`, subject));
  }
  return found;
}

/** A schema that only got another name is not removed. */
function checkSchemas(base: Document, revision: Document): Finding[] {
  const [before, after] = [schemasOf(base), schemasOf(revision)];
  const gone = [...before].filter(([name]) => !after.has(name));
  const fresh = [...after].filter(([name]) => !before.has(name)).map(([, node]) => schemaAt(revision, node));
  const look = gone.length * fresh.length <= MOST_COMPARED;
  return gone
    .filter(([, node]) => !look || !fresh.some((schema) => sameSchema(schemaAt(base, node), schema)))
    .map(([name, node]) => ({ id: 'api-schema-removed', base: node, message: `the schema ${name} was removed`, subject: name }));
}

function schemasOf(document: Document): Map<string, Node> {
  const node = document.version === '2.0' ? document.root.get('definitions') : document.root.at('components', 'schemas');
  return new Map((node?.entries() ?? []).filter(([, schema]) => isObject(schema.value)));
}
