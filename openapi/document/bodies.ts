import type { Document } from './document.ts';
import { isObject, Node } from './node.ts';
import type { Operation } from './operations.ts';
import { schemaOf } from './parameters.ts';

export interface MediaType {
  /** As the document writes it. */
  readonly name: string;
  readonly node: Node;
  readonly schema: Node | undefined;
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
  const reference = node.get('requestBody');
  if (!reference) return undefined;
  const body = document.references.follow(reference);
  return { required: body.member('required') === true, node: body, content: contentOf(body.get('content')) };
}

export function responsesOf(operation: Operation): Map<string, Response> {
  const { document, node } = operation;
  const responses = new Map<string, Response>();
  for (const [key, reference] of node.get('responses')?.entries() ?? []) {
    if (key.startsWith('x-')) continue;
    const at = document.references.follow(reference);
    const status = key === 'default' ? key : key.toUpperCase();
    const content = document.version === '2.0' ? swaggerContent(operation, at.get('schema'), 'produces') : contentOf(at.get('content'));
    responses.set(status, { status, node: at, content, headers: headersOf(document, at.get('headers')) });
  }
  return responses;
}

function contentOf(node: Node | undefined): Map<string, MediaType> {
  const entries = node?.entries() ?? [];
  return new Map(entries.map(([name, at]) => [name, { name, node: at, schema: mediaSchema(at) }]));
}

/** Streams describe one item instead of the whole (`itemSchema`, 3.2). */
function mediaSchema(at: Node): Node | undefined {
  return at.get('schema') ?? at.get('itemSchema');
}

function headersOf(document: Document, node: Node | undefined): Map<string, Header> {
  const headers = new Map<string, Header>();
  for (const [name, reference] of node?.entries() ?? []) {
    const at = document.references.follow(reference);
    const described = at.get('content')?.entries()[0]?.[1].get('schema');
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
  const parameters = [...items, node].flatMap((at) => at.get('parameters')?.items() ?? []).map((at) => document.references.follow(at));
  const body = parameters.findLast((at) => at.string('in') === 'body');
  if (body)
    return { required: body.member('required') === true, node: body, content: swaggerContent(operation, body.get('schema'), 'consumes') };
  const fields = parameters.filter((at) => at.string('in') === 'formData' && at.string('name') !== undefined);
  if (fields.length === 0) return undefined;
  const form = formSchema(node.get('parameters') ?? node, fields);
  const required = fields.some((field) => field.member('required') === true);
  return { required, node: form, content: swaggerContent(operation, form, 'consumes', formType(fields)) };
}

function formSchema(at: Node, fields: readonly Node[]): Node {
  const properties = Object.fromEntries(fields.map((field) => [field.string('name'), field.value]));
  const required = fields.filter((field) => field.member('required') === true).map((field) => field.string('name'));
  return at.withValue({ type: 'object', properties, required }, new Map(fields.map((field) => [field.value, field])));
}

function formType(fields: readonly Node[]): string {
  return fields.some((field) => field.string('type') === 'file') ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
}

function swaggerContent(
  operation: Operation,
  schema: Node | undefined,
  key: 'consumes' | 'produces',
  otherwise = 'application/json',
): Map<string, MediaType> {
  if (!schema) return new Map();
  const { document, node } = operation;
  const stated = node.member(key) ?? document.root.member(key);
  const names = Array.isArray(stated) && stated.length > 0 ? stated.map(String) : [otherwise];
  return new Map(names.map((name) => [name, { name, node: isObject(schema.value) ? schema : new Node({}, schema.source), schema }]));
}
