import { METHODS } from './methods.ts';
import { splitPointer } from './pointer.ts';

/** Steps of a pointer that lead from a schema to a part of it, how many keys they have, and how people write the step. */
const STEPS: Readonly<Record<string, (key: string) => string>> = {
  properties: (name) => `.${name}`,
  patternProperties: (pattern) => `[${pattern}]`,
  dependentSchemas: (name) => `[${name}]`,
  // A property of an inline member of allOf is one of the whole.
  allOf: () => '',
  anyOf: (index) => `.anyOf[${index}]`,
  oneOf: (index) => `.oneOf[${index}]`,
  prefixItems: (index) => `[${index}]`,
  // Beside schemas: the parts of responses, bodies and parameters.
  content: (name) => ` ${name}`,
  headers: (name) => ` header ${name}`,
  links: (name) => ` link ${name}`,
};

/** Keywords that hold one schema, by how people write the step. */
const SINGLE = new Map([
  ['items', '[]'],
  ['additionalProperties', '.*'],
  ['schema', ''],
]);
const ALONE = ['not', 'if', 'then', 'else', 'contains', 'propertyNames', 'contentSchema', 'unevaluatedItems', 'unevaluatedProperties'];
for (const keyword of ALONE) SINGLE.set(keyword, `.${keyword}`);

/** A component, and the way from it to a part of it, as people write it; the way is empty for the whole. */
export interface ComponentPlace {
  readonly name: string;
  readonly way: string;
}

/**
 * The component that a pointer leads into, and the way within it: `NodeSelectorTerm` and `.matchExpressions`, `parameters/limit` and
 * nothing; undefined for what is written in an operation. Of what stands behind a keyword (`…/enum/2`) it is the schema.
 */
export function componentPlace(pointer: string): ComponentPlace | undefined {
  const [kind, name, rest] = componentOf(pointer) ?? [];
  if (kind === undefined || name === undefined || rest === undefined) return undefined;
  let way = '';
  for (let at = 0; at < rest.length; at++) {
    const key = rest[at]!;
    const step = STEPS[key];
    if (step && at + 1 < rest.length) way += step(rest[++at]!);
    else if (SINGLE.has(key)) way += SINGLE.get(key);
    else break;
  }
  return { name: kind === 'schemas' || kind === 'definitions' ? name : `${kind}/${name}`, way };
}

/** Maps of components by name, wherever a file has them at its top. */
const MAPS = ['definitions', '$defs', 'parameters', 'responses'];
/** Those that a file of shared parts has at its top, where a document has them in `components`. */
const MAPS_OF_PARTS = [...MAPS, 'schemas', 'requestBodies'];

/** The kind and name of a component, and the keys after it. In another file what is referred to is the component. */
function componentOf(pointer: string): [kind: string, name: string, rest: string[]] | undefined {
  const hash = pointer.indexOf('#');
  const keys = splitPointer(hash < 0 ? pointer : pointer.slice(hash + 1));
  const [first, second, third] = keys;
  if (first === 'components' && second !== undefined && third !== undefined) return [second, third, keys.slice(3)];
  if (hash >= 0 && isInPathItem(keys)) return undefined;
  if (first !== undefined && second !== undefined && (hash < 0 ? MAPS : MAPS_OF_PARTS).includes(first))
    return [first === '$defs' ? 'definitions' : first, second, keys.slice(2)];
  if (hash < 0) return undefined;
  const isPart = first === undefined || isStep(first);
  const file = pointer.slice(0, hash);
  return isPart ? ['schemas', file, keys] : ['schemas', first, keys.slice(1)];
}

function isStep(key: string): boolean {
  return Object.hasOwn(STEPS, key) || SINGLE.has(key);
}

const OPERATION_MEMBERS = [
  'parameters',
  'requestBody',
  'responses',
  'callbacks',
  'security',
  'servers',
  'deprecated',
  'tags',
  'operationId',
];
const OF_2_0 = ['consumes', 'produces', 'schemes'];

/**
 * What a path item writes itself is an operation's own in another file as well: in a document among several, in the file of one
 * path item (`teas.yaml#/get`), and in a file of several by name (`paths.yaml#/teas/get`).
 */
function isInPathItem(keys: readonly string[]): boolean {
  const [first = ''] = keys;
  if (first === 'paths' || first === 'webhooks') return true;
  return isMemberOfPathItem(keys) || (!isStep(first) && !MAPS_OF_PARTS.includes(first) && isMemberOfPathItem(keys.slice(1)));
}

function isMemberOfPathItem([key = '', next]: readonly string[]): boolean {
  if (key === 'parameters') return /^\d+$/.test(next ?? '');
  const isMember = next === undefined || OPERATION_MEMBERS.includes(next) || OF_2_0.includes(next) || next.startsWith('x-');
  return (METHODS as readonly string[]).includes(key) && isMember;
}
