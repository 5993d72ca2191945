import type { Body, Encoding, Header, MediaType } from './body.ts';
import { itemsOf } from './followed.ts';
import { isObject, Node } from './node.ts';
import type { Operation } from './operations.ts';

/** Swagger 2.0 writes a body as a parameter, and a form as one parameter a field. */
export function swaggerBody(operation: Operation): Body | undefined {
  const { document, items, node } = operation;
  const parameters = [...items, node].flatMap((at) => itemsOf(document, at, 'parameters'));
  const body = parameters.findLast((at) => at.string('in') === 'body');
  if (body) {
    const content = swaggerContent(operation, body.get('schema'), { key: 'consumes' });
    return { required: body.member('required') === true, node: body, content };
  }
  const stated = parameters.filter((at) => at.string('in') === 'formData' && at.string('name') !== undefined);
  if (stated.length === 0) return undefined;
  // What the operation says of a field goes before what its path says.
  const fields = [...new Map(stated.map((field) => [field.string('name'), field])).values()];
  const form = formSchema(node.get('parameters') ?? node, fields);
  const required = fields.some((field) => field.member('required') === true);
  const encoding = new Map(fields.map((field) => [field.string('name') ?? '', { node: field, headers: new Map<string, Header>() }]));
  return { required, node: form, content: swaggerContent(operation, form, { key: 'consumes', otherwise: formType(fields), encoding }) };
}

function formSchema(at: Node, fields: readonly Node[]): Node {
  const values = fields.map(withoutFile);
  const properties = Object.fromEntries(values.map((field) => [field.string('name'), field.value]));
  const required = fields.filter((field) => field.member('required') === true).map((field) => field.string('name'));
  return at.withValue({ type: 'object', properties, required }, new Map(values.map((field) => [field.value, field])));
}

/** Swagger 2.0 has a type for files; OpenAPI 3.0 writes them as binary text. */
function withoutFile(node: Node): Node {
  return isObject(node.value) && node.value.type === 'file' ? node.withValue({ ...node.value, type: 'string', format: 'binary' }) : node;
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

export function swaggerContent(
  { document, node }: Operation,
  schema: Node | undefined,
  { key, otherwise = 'application/json', encoding = new Map() }: SwaggerContent,
): Map<string, MediaType> {
  if (!schema) return new Map();
  const stated = node.member(key) ?? document.root.member(key);
  const isAssumed = !Array.isArray(stated) || stated.length === 0;
  const names = isAssumed ? [otherwise] : stated.map(String);
  const read = withoutFile(schema);
  const at = isObject(read.value) ? read : new Node({}, schema.source);
  return new Map(names.map((name) => [name, { name, isAssumed, node: at, schema: read, itemSchema: undefined, encoding }]));
}
