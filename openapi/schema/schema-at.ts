import { Document } from '../document/document.ts';
import { isObject, type Node } from '../document/node.ts';
import { Source } from '../document/source.ts';
import { Unfollowed } from '../document/unfollowed.ts';
import { DynamicScope } from './dynamic-scope.ts';
import { loneReference, targetOf } from './reference-target.ts';
import { type Context, Schema } from './schema.ts';
import { isBase, subtypesIn } from './subtypes.ts';

const scopes = new WeakMap<Document, DynamicScope>();
/** The schemas that were reached in a scope, by their value. */
const known = new WeakMap<DynamicScope, Map<unknown, Schema>>();

/** The schema at a node of a document; the same object for the same place, so that what is worked out about it is kept. */
export function schemaAt(document: Document, node: Node): Schema {
  const scope = scopes.get(document) ?? new DynamicScope();
  scopes.set(document, scope);
  return schemaIn(scope, document, node);
}

/** The same in the scope of the dynamic references on the way to it. */
function schemaIn(scope: DynamicScope, document: Document, node: Node): Schema {
  const schemas = known.get(scope) ?? new Map<unknown, Schema>();
  known.set(scope, schemas);
  const found = schemas.get(node.value);
  if (found && typeof node.value === 'object') return found;
  const schema = build(scope, document, node);
  schemas.set(node.value, schema);
  return schema;
}

function build(outer: DynamicScope, document: Document, node: Node): Schema {
  const scope = outer.entering(node);
  const at = (child: Node) => schemaIn(scope, document, child);
  let target = node;
  const seen = new Set<unknown>();
  for (let keyword = loneReference(document, target); keyword; keyword = loneReference(document, target)) {
    if (seen.has(target.value)) return broken(document, node, document.references.circle(node, keyword));
    seen.add(target.value);
    target = targetOf(document, target, { keyword, scope });
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
