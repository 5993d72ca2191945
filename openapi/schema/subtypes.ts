import type { Document } from '../document/document.ts';
import { isObject, type Node } from '../document/node.ts';
import { nameOfReference } from './schema.ts';

type Named = readonly [name: string, node: Node];

/** Which components of a document stand for which by their discriminator. */
export interface Subtypes {
  /** Whether the schema stands for another component. */
  has(schema: unknown): boolean;
  /** Those that stand for the schema at a node, by the names of their components. */
  of(base: Node): readonly Named[];
}

const known = new WeakMap<Document, Subtypes>();

/** A schema whose discriminator leads to what is not listed beside it. */
export function isBase(schema: unknown): boolean {
  return isObject(schema) && schema.discriminator !== undefined && schema.oneOf === undefined && schema.anyOf === undefined;
}

export function subtypesIn(document: Document): Subtypes {
  const found = known.get(document) ?? find(document);
  known.set(document, found);
  return found;
}

function find(document: Document): Subtypes {
  const components = document.version === '2.0' ? document.root.get('definitions') : document.root.at('components', 'schemas');
  const all = (components?.entries() ?? []).filter(([, { value }]) => isObject(value));
  const bases = all.filter(([, { value }]) => isBase(value)).map(([, base]) => base);
  const children = extensions(document, all);
  const of = (base: Node) => [...standing(document, base, children).values()];
  const extending = new Set(bases.flatMap((base) => of(base).map(([, { value }]) => value)));
  return { has: (schema) => extending.has(schema), of };
}

/** What the mapping leads to, and what extends the schema, or extends that. */
function standing(document: Document, base: Node, children: ReadonlyMap<unknown, readonly Named[]>): Map<unknown, Named> {
  const found = new Map<unknown, Named>(mapped(document, base).map((named) => [named[1].value, named]));
  const open: unknown[] = [base.value];
  for (let next = open.pop(); next; next = open.pop())
    for (const child of children.get(next) ?? []) {
      if (found.has(child[1].value) || child[1].value === base.value) continue;
      found.set(child[1].value, child);
      open.push(child[1].value);
    }
  return found;
}

/** The components by what they extend: the targets of the references in their allOf. */
function extensions(document: Document, components: readonly Named[]): Map<unknown, Named[]> {
  const children = new Map<unknown, Named[]>();
  for (const component of components) {
    const [, node] = component;
    for (const member of [node, ...(node.get('allOf')?.items() ?? [])]) {
      const target = member.string('$ref') === undefined ? undefined : document.references.peek(member);
      if (target) children.set(target.value, [...(children.get(target.value) ?? []), component]);
    }
  }
  return children;
}

/** What the mapping leads to, in other files too; a target may be the bare name of a component. */
function mapped(document: Document, base: Node): Named[] {
  const mapping = base.get('discriminator')?.get('mapping');
  return (mapping?.entries() ?? []).flatMap(([, to]) => {
    if (typeof to.value !== 'string') return [];
    const reference = /[#/.]/.test(to.value) ? to.value : `#/components/schemas/${to.value}`;
    const target = document.references.peek(to.withValue({ $ref: reference }));
    return target && isObject(target.value) && target.value !== base.value ? [[nameOfReference(to.value), target] as const] : [];
  });
}
