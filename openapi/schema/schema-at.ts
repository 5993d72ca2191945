import { Document } from '../document/document.ts';
import { isObject, type Node } from '../document/node.ts';
import { Source } from '../document/source.ts';
import { Unfollowed } from '../document/unfollowed.ts';
import { type Context, Schema } from './schema.ts';
import { isBase, subtypesIn } from './subtypes.ts';

const known = new WeakMap<Document, Map<unknown, Schema>>();

/** Keywords beside a `$ref` that say nothing about values; they do not make it more than its target. */
const SILENT = new Set(['$ref', 'description', 'summary', 'title', 'example', 'examples', '$comment', 'externalDocs']);

/** The schema at a node of a document; the same object for the same place, so that what is worked out about it is kept. */
export function schemaAt(document: Document, node: Node): Schema {
  const schemas = known.get(document) ?? new Map<unknown, Schema>();
  known.set(document, schemas);
  const found = schemas.get(node.value);
  if (found && typeof node.value === 'object') return found;
  const schema = build(document, node);
  schemas.set(node.value, schema);
  return schema;
}

function build(document: Document, node: Node): Schema {
  const at = (child: Node) => schemaAt(document, child);
  let target = node;
  const seen = new Set<unknown>();
  while (isReferenceAlone(document, target)) {
    if (seen.has(target.value)) return broken(document, node, document.references.circle(node));
    seen.add(target.value);
    target = document.references.resolve(target);
    if (target instanceof Unfollowed) return broken(document, node, target);
  }
  return target === node ? new Schema(document, node, at, inheritance(document, node, at)) : at(target);
}

/** Only documents with discriminators are searched for what extends what. */
function inheritance(document: Document, node: Node, at: (node: Node) => Schema): Context {
  const { value } = node;
  const extending = isObject(value) && (value.allOf !== undefined || value.$ref !== undefined);
  const isSubtype = extending && subtypesIn(document).has(value);
  if (!isBase(value)) return isSubtype ? { isSubtype } : {};
  const branches = () =>
    subtypesIn(document)
      .of(node)
      .map(([name, subtype]) => ({ name, schema: at(subtype), isReference: true }));
  return { isSubtype, subtypes: branches };
}

function isReferenceAlone(document: Document, node: Node): boolean {
  if (!isObject(node.value) || typeof node.value.$ref !== 'string') return false;
  if (document.version === '2.0' || document.version === '3.0') return true;
  return Object.keys(node.value).every((keyword) => SILENT.has(keyword));
}

function broken(document: Document, node: Node, { reference, reason }: Unfollowed): Schema {
  return new Schema(document, node, (child) => schemaAt(document, child), {
    broken: `the reference ${reference} was not followed: ${reason}`,
  });
}

/** A schema that stands in no document: for tests, and for what the engine itself needs to say. */
export function schemaFrom(value: unknown, version = '3.1.0'): Schema {
  const text = JSON.stringify({ openapi: version, schema: value });
  const document = new Document(new Source('schema.json', text));
  return schemaAt(document, document.root.get('schema') as Node);
}
