import type { Document } from '../document/document.ts';
import { followed } from '../document/followed.ts';
import { isObject, type Node } from '../document/node.ts';
import { sameSchema } from '../schema/same-schema.ts';
import { schemaAt } from '../schema/schema-at.ts';
import { checkSecuritySchemes } from './check-security-schemes.ts';
import type { Finding } from './finding.ts';

/** Removed schemas that are looked for under other names, times the names that are new: beyond it they are told as removed. */
const MOST_COMPARED = 200_000;

/** What stands beside the operations: security schemes and named schemas. */
export function checkComponents(base: Document, revision: Document): Finding[] {
  return [...checkSecuritySchemes(base, revision), ...checkSchemas(base, revision)];
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
  const swagger = document.version === '2.0';
  const node = swagger
    ? followed(document, document.root, 'definitions')
    : followed(document, followed(document, document.root, 'components'), 'schemas');
  return new Map((node?.entries() ?? []).filter(([, schema]) => isObject(schema.value)));
}
