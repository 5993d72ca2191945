import type { Document } from './document.ts';
import { followed, itemsOf, membersOf } from './followed.ts';
import { isObject, Node } from './node.ts';
import type { Operation } from './operations.ts';
import { schemaOf } from './parameters.ts';

export interface MediaType {
  /** As the document writes it. */
  readonly name: string;
  readonly node: Node;
  readonly schema: Node | undefined;
  /** What one item of a stream is (`itemSchema`, 3.2). */
  readonly itemSchema: Node | undefined;
  /** How the parts of a form are written, by property; what is not stated is not there. */
  readonly encoding: ReadonlyMap<string, Encoding>;
}

/** How one part of a form is written. In Swagger 2.0 it is the parameter of the field. */
export interface Encoding {
  readonly node: Node;
  readonly headers: ReadonlyMap<string, Header>;
}

export interface Body {
  readonly required: boolean;
  readonly node: Node;
  readonly content: ReadonlyMap<string, MediaType>;
}

export interface Header {
  readonly name: string;
  readonly required: boolean;
  readonly node: Node;
  readonly schema: Node | undefined;
}

export interface Response {
  /** `200`, `2XX` or `default`. */
  readonly status: string;
  readonly node: Node;
  readonly content: ReadonlyMap<string, MediaType>;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, Header>;
}

export function requestBodyOf(operation: Operation): Body | undefined {
  const { document, node } = operation;
  if (document.version === '2.0') return swaggerBody(operation);
  const body = followed(document, node, 'requestBody');
  return body && { required: body.member('required') === true, node: body, content: contentOf(document, body) };
}

export function responsesOf(operation: Operation): Map<string, Response> {
  const { document, node } = operation;
  const responses = new Map<string, Response>();
  for (const [key, at] of membersOf(document, node, 'responses')) {
    if (key.startsWith('x-')) continue;
    const status = key === 'default' ? key : key.toUpperCase();
    const content = document.version === '2.0' ? swaggerContent(operation, at.get('schema'), { key: 'produces' }) : contentOf(document, at);
    responses.set(status, { status, node: at, content, headers: headersOf(document, at) });
  }
  return responses;
}

function contentOf(document: Document, body: Node): Map<string, MediaType> {
  return new Map(membersOf(document, body, 'content').map(([name, at]) => [name, mediaTypeOf(document, name, at)]));
}

function mediaTypeOf(document: Document, name: string, at: Node): MediaType {
  return { name, node: at, schema: at.get('schema'), itemSchema: at.get('itemSchema'), encoding: encodingOf(document, at) };
}

/** By property; by position in what 3.2 knows for lists of parts. */
function encodingOf(document: Document, mediaType: Node): Map<string, Encoding> {
  const positions = mediaType.get('prefixEncoding')?.items() ?? [];
  const rest = mediaType.get('itemEncoding');
  const stated: [string, Node][] = [
    ...(mediaType.get('encoding')?.entries() ?? []),
    ...positions.map((at, index): [string, Node] => [`prefixEncoding[${index}]`, at]),
    ...(rest ? [['itemEncoding', rest] as [string, Node]] : []),
  ];
  return new Map(stated.map(([name, node]) => [name, { node, headers: headersOf(document, node) }]));
}

function headersOf(document: Document, within: Node): Map<string, Header> {
  const headers = new Map<string, Header>();
  for (const [name, at] of membersOf(document, within, 'headers')) {
    const described = membersOf(document, at, 'content')[0]?.[1].get('schema');
    headers.set(name.toLowerCase(), {
      name,
      required: at.member('required') === true,
      node: at,
      schema: described ?? schemaOf(document, at),
    });
  }
  return headers;
}

/** Swagger 2.0 writes a body as a parameter, and a form as one parameter a field. */
function swaggerBody(operation: Operation): Body | undefined {
  const { document, items, node } = operation;
  const parameters = [...items, node].flatMap((at) => itemsOf(document, at, 'parameters'));
  const body = parameters.findLast((at) => at.string('in') === 'body');
  if (body) {
    const content = swaggerContent(operation, body.get('schema'), { key: 'consumes' });
    return { required: body.member('required') === true, node: body, content };
  }
  const fields = parameters.filter((at) => at.string('in') === 'formData' && at.string('name') !== undefined);
  if (fields.length === 0) return undefined;
  const form = formSchema(node.get('parameters') ?? node, fields);
  const required = fields.some((field) => field.member('required') === true);
  const encoding = new Map(fields.map((field) => [field.string('name') ?? '', { node: field, headers: new Map<string, Header>() }]));
  return { required, node: form, content: swaggerContent(operation, form, { key: 'consumes', otherwise: formType(fields), encoding }) };
}

function formSchema(at: Node, fields: readonly Node[]): Node {
  const properties = Object.fromEntries(fields.map((field) => [field.string('name'), field.value]));
  const required = fields.filter((field) => field.member('required') === true).map((field) => field.string('name'));
  return at.withValue({ type: 'object', properties, required }, new Map(fields.map((field) => [field.value, field])));
}

function formType(fields: readonly Node[]): string {
  return fields.some((field) => field.string('type') === 'file') ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
}

interface SwaggerContent {
  readonly key: 'consumes' | 'produces';
  /** The media type where none is stated. */
  readonly otherwise?: string;
  readonly encoding?: ReadonlyMap<string, Encoding>;
}

function swaggerContent(
  { document, node }: Operation,
  schema: Node | undefined,
  { key, otherwise = 'application/json', encoding = new Map() }: SwaggerContent,
): Map<string, MediaType> {
  if (!schema) return new Map();
  const stated = node.member(key) ?? document.root.member(key);
  const names = Array.isArray(stated) && stated.length > 0 ? stated.map(String) : [otherwise];
  const at = isObject(schema.value) ? schema : new Node({}, schema.source);
  return new Map(names.map((name) => [name, { name, node: at, schema, itemSchema: undefined, encoding }]));
}
