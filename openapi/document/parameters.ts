import type { Document } from './document.ts';
import { itemsOf, membersOf } from './followed.ts';
import { isObject, type Node } from './node.ts';
import type { Operation } from './operations.ts';
import { Unfollowed } from './unfollowed.ts';

export interface Parameter {
  readonly name: string;
  /** path, query, querystring, header or cookie; in Swagger 2.0 body and formData are not parameters here but bodies. */
  readonly in: string;
  readonly required: boolean;
  readonly node: Node;
  /** The schema: under `schema`, or under the one media type of `content`; the parameter itself in Swagger 2.0. */
  readonly schema: Node | undefined;
  /** The media type, when the value is described by `content`; otherwise it travels as text. */
  readonly mediaType: string | undefined;
  /** It stands beside the operations of its path, not in one of them. */
  readonly shared: boolean;
}

/** The parameters of an operation: its own, and those of its path that it does not override. Keys are `in` and name. */
export function parametersOf(operation: Operation): Map<string, Parameter> {
  const { document, items, node } = operation;
  const parameters = new Map<string, Parameter>();
  for (const at of [...items, node])
    for (const stated of itemsOf(document, at, 'parameters')) {
      const parameter = parameterAt(document, stated, at !== node);
      if (parameter && parameter.in !== 'body' && parameter.in !== 'formData' && !isIgnored(document, parameter))
        parameters.set(keyOf(parameter), parameter);
    }
  return parameters;
}

/** References to parameters that could not be followed, as they are written. */
export function unfollowedParameters({ document, items, node }: Operation): string[] {
  const references = [...items, node].flatMap((at) => at.get('parameters')?.items() ?? []);
  return references.map((at) => document.references.follow(at)).flatMap((at) => (at instanceof Unfollowed ? [at.reference] : []));
}

/** OpenAPI 3 has these headers said by media types and security, and parameters of their names ignored (Parameter Object, `name`). */
const IGNORED = new Set(['accept', 'content-type', 'authorization']);

const isIgnored = ({ version }: Document, { in: where, name }: Parameter): boolean =>
  version !== '2.0' && where === 'header' && IGNORED.has(name.toLowerCase());

/** The names of headers are the same in upper and lower case; the whole query string (3.2) has a name for readers only. */
export function keyOf({ in: where, name }: Pick<Parameter, 'in' | 'name'>): string {
  if (where === 'querystring') return where;
  return `${where} ${where === 'header' ? name.toLowerCase() : name}`;
}

function parameterAt(document: Document, node: Node, shared: boolean): Parameter | undefined {
  const [name, where] = [node.string('name'), node.string('in')];
  if (name === undefined || where === undefined) return undefined;
  const [mediaType, described] = membersOf(document, node, 'content')[0] ?? [];
  return {
    name,
    in: where,
    required: node.member('required') === true || where === 'path',
    node,
    schema: described ? described.get('schema') : schemaOf(document, node),
    mediaType,
    shared,
  };
}

/** In Swagger 2.0 parameters and headers are schemas themselves, with `type` beside `name`. */
export function schemaOf(document: Document, node: Node): Node | undefined {
  if (document.version === '2.0' && node.member('schema') === undefined) return isObject(node.value) ? node : undefined;
  return node.get('schema');
}

/** What says nothing of its values takes any. */
export function schemaOrAny({ node, schema }: Pick<Parameter, 'node' | 'schema'>): Node {
  return schema ?? node.withValue({});
}
