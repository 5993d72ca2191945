import { isObject, type Node } from '../document/node.ts';
import { equalJson } from '../schema/json-value.ts';
import type { Finding } from './finding.ts';

/** What is written for people, and changes no request and no answer. It is left out, as are extensions (`x-…`). */
const FOR_PEOPLE = new Set([
  'summary',
  'description',
  'externalDocs',
  'example',
  'examples',
  'title',
  'tags',
  'contact',
  'license',
  'termsOfService',
]);

/** The members that a check looks at, in all versions of OpenAPI: what it finds the same is no change. */
const LOOKED_AT = {
  document:
    'openapi swagger info paths webhooks components security servers host basePath schemes consumes produces definitions parameters responses securityDefinitions',
  info: 'version',
  operation: 'operationId tags deprecated parameters requestBody responses callbacks security servers consumes produces schemes',
  // Of a callback or webhook the receiver says where it is.
  call: 'operationId tags deprecated parameters requestBody responses callbacks security',
  parameter: 'name in required schema content style explode allowReserved allowEmptyValue deprecated',
  requestBody: 'required content name in schema type properties',
  response: 'headers content links schema',
  header: 'required schema content style explode',
  mediaType: 'schema itemSchema encoding prefixEncoding itemEncoding',
  encoding: 'contentType headers style explode',
  securityScheme: 'type in name scheme flow flows authorizationUrl tokenUrl scopes openIdConnectUrl',
  flow: 'authorizationUrl tokenUrl scopes type flow',
  server: 'url variables name',
  serverVariable: 'default enum',
} as const;

export type Judged = keyof typeof LOOKED_AT;

const lookedAt = new Map(Object.entries(LOOKED_AT).map(([kind, members]) => [kind, new Set(members.split(' '))]));

/** What changed in an object of the document and no check looks at: told by its name, so that nothing is silent. */
export function otherFindings(kind: Judged, { base, revision }: { base: Node; revision: Node }, subject: string): Finding[] {
  if (base.value === revision.value) return [];
  return namesIn(base, revision)
    .filter((name) => isUnknown(kind, name) && !equalJson(said(base, name), said(revision, name)))
    .map((name) => {
      const [before, after] = [base.get(name), revision.get(name)];
      const how = before ? (after ? 'changed' : 'was removed') : 'was added';
      const message = `${subject ? `${subject}: ` : ''}\`${name}\` ${how}; what it does is not compared`;
      return { id: 'api-other-changed', base: before ?? base, revision: after ?? revision, message, subject: `${subject} ${name}`.trim() };
    });
}

/** Read from the values: nodes are made for what is told only. */
function namesIn({ value: base }: Node, { value: revision }: Node): string[] {
  const before = isObject(base) ? Object.keys(base) : [];
  return isObject(revision)
    ? [...before, ...Object.keys(revision).filter((name) => !isObject(base) || !Object.hasOwn(base, name))]
    : before;
}

/** What is false and what is not there are the same everywhere in OpenAPI. */
function said(node: Node, name: string): unknown {
  const value = node.member(name);
  return value === false ? undefined : value;
}

function isUnknown(kind: Judged, name: string): boolean {
  return !lookedAt.get(kind)?.has(name) && !FOR_PEOPLE.has(name) && !name.startsWith('x-');
}
