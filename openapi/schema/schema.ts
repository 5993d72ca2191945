import type { Document } from '../document/document.ts';
import { isObject, type JsonObject, type Node } from '../document/node.ts';
import { exclusiveBound, inclusiveBound } from './bounds.ts';

/** One alternative of allOf, anyOf or oneOf: its name is that of the component it refers to, else its title. */
export interface Branch {
  readonly schema: Schema;
  readonly name: string | undefined;
}

let lastId = 0;

/**
 * A schema in the one meaning that all versions are normalised to, that of JSON Schema 2020-12. A `$ref` alone *is* the schema it
 * names; `$ref` with siblings (3.1) is one more member of `allOf`. Parts are built when asked for, once.
 */
export class Schema {
  readonly id = ++lastId;
  readonly node: Node;
  readonly document: Document;
  /** `true` accepts everything, `false` nothing; undefined for a schema with keywords. */
  readonly always: boolean | undefined;
  /** Why the schema cannot be known, when its reference leads nowhere. */
  readonly broken: string | undefined;
  readonly raw: JsonObject;
  /** Also accepts null, whatever the other keywords say (`nullable: true`). */
  readonly nullable: boolean;
  readonly #at: (node: Node) => Schema;
  readonly #parts = new Map<string, unknown>();

  constructor(document: Document, node: Node, at: (node: Node) => Schema, part: { broken?: string; withoutNull?: boolean } = {}) {
    this.document = document;
    this.node = node;
    this.#at = at;
    this.broken = part.broken;
    this.always = typeof node.value === 'boolean' ? node.value : undefined;
    this.raw = isObject(node.value) ? node.value : {};
    this.nullable = !part.withoutNull && (this.raw.nullable === true || this.raw['x-nullable'] === true);
  }

  get pointer(): string {
    return this.#part('pointer', () => this.document.pointerTo(this.node));
  }

  /** The same schema without the null that `nullable` adds. */
  get withoutNull(): Schema {
    if (!this.nullable) return this;
    return this.#part('withoutNull', () => new Schema(this.document, this.node, this.#at, { withoutNull: true }));
  }

  /** Another schema at the same place: for what is true of a part of this one's values. */
  sibling(raw: JsonObject): Schema {
    return new Schema(this.document, this.node.withValue(raw), this.#at);
  }

  /** The types as written, `integer` among them; undefined when every type is allowed. Null from `nullable` is not among them. */
  get types(): ReadonlySet<string> | undefined {
    return this.#part('types', () => {
      const { type } = this.raw;
      if (typeof type === 'string') return new Set([type]);
      return Array.isArray(type) && type.length > 0 ? new Set(type.map(String)) : undefined;
    });
  }

  /** The values of enum and const: undefined when neither is there. */
  get values(): readonly unknown[] | undefined {
    return this.#part('values', () => {
      if (this.hasConst) return [this.raw.const];
      return Array.isArray(this.raw.enum) ? this.raw.enum : undefined;
    });
  }

  get hasConst(): boolean {
    return Object.hasOwn(this.raw, 'const');
  }

  get minimum(): number | undefined {
    return inclusiveBound(this.raw, 'minimum');
  }

  get maximum(): number | undefined {
    return inclusiveBound(this.raw, 'maximum');
  }

  get exclusiveMinimum(): number | undefined {
    return exclusiveBound(this.raw, 'minimum');
  }

  get exclusiveMaximum(): number | undefined {
    return exclusiveBound(this.raw, 'maximum');
  }

  /** A keyword whose value is a number: maxLength, minItems, multipleOf, … */
  number(keyword: string): number | undefined {
    const value = this.raw[keyword];
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  }

  text(keyword: string): string | undefined {
    const value = this.raw[keyword];
    return typeof value === 'string' ? value : undefined;
  }

  flag(keyword: string): boolean {
    return this.raw[keyword] === true;
  }

  get required(): ReadonlySet<string> {
    return this.#part('required', () => {
      const { required } = this.raw;
      const names = Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [];
      // An empty name that nothing declares is a slip of a generator, not a property that anyone sends.
      return new Set(names.filter((name) => name !== '' || this.properties.has('')));
    });
  }

  get properties(): ReadonlyMap<string, Schema> {
    return this.schemas('properties');
  }

  /** A keyword that maps names to schemas: properties, patternProperties, dependentSchemas. */
  schemas(keyword: string): ReadonlyMap<string, Schema> {
    return this.#part(`${keyword}{}`, () => {
      const members = isObject(this.raw[keyword]) ? (this.node.get(keyword)?.entries() ?? []) : [];
      return new Map(members.filter(([, node]) => isSchemaValue(node.value)).map(([name, node]) => [name, this.#at(node)]));
    });
  }

  /** A keyword that holds one schema. */
  schema(keyword: string): Schema | undefined {
    return this.#part(keyword, () => {
      const node = this.node.get(keyword);
      return node && isSchemaValue(node.value) ? this.#at(node) : undefined;
    });
  }

  /** What `additionalProperties` says, unless it says nothing that the absence of it does not. */
  get additional(): Schema | undefined {
    const schema = this.schema('additionalProperties');
    return schema && !schema.isAnything ? schema : undefined;
  }

  get isAnything(): boolean {
    return this.always === true || (this.always === undefined && !this.broken && Object.keys(this.raw).length === 0);
  }

  /** Positional schemas: prefixItems, or `items` as an array, as it was before 2020-12. */
  get prefixItems(): readonly Schema[] {
    return this.#part('prefix', () => {
      const keyword = Array.isArray(this.raw.prefixItems) ? 'prefixItems' : 'items';
      return this.#list(keyword).map(({ schema }) => schema);
    });
  }

  get items(): Schema | undefined {
    return Array.isArray(this.raw.items) ? this.schema('additionalItems') : this.schema('items');
  }

  /** Members that must all hold: allOf, and the target of a `$ref` that has siblings. */
  get allOf(): readonly Branch[] {
    return this.#part('allOf', () => {
      const members = this.#list('allOf');
      const { $ref } = this.raw;
      if (typeof $ref !== 'string' || this.broken !== undefined) return members;
      return [{ schema: this.#at(referenceAlone(this.node)), name: nameOfReference($ref) }, ...members];
    });
  }

  get anyOf(): readonly Branch[] {
    return this.#part('anyOf', () => this.#list('anyOf'));
  }

  get oneOf(): readonly Branch[] {
    return this.#part('oneOf', () => this.#list('oneOf'));
  }

  get dependentRequired(): ReadonlyMap<string, readonly string[]> {
    return this.#part('dependentRequired', () => {
      const { dependentRequired } = this.raw;
      const entries = isObject(dependentRequired) ? Object.entries(dependentRequired) : [];
      return new Map(entries.flatMap(([name, needs]) => (Array.isArray(needs) ? [[name, needs.map(String)] as const] : [])));
    });
  }

  /** Keywords whose meaning depends on how the schema was reached; the engine does not pretend to know them. */
  get isDynamic(): boolean {
    return this.broken !== undefined || typeof this.raw.$dynamicRef === 'string' || typeof this.raw.$recursiveRef === 'string';
  }

  #list(keyword: string): Branch[] {
    const nodes = Array.isArray(this.raw[keyword]) ? (this.node.get(keyword)?.items() ?? []) : [];
    return nodes.filter(({ value }) => isSchemaValue(value)).map((node) => ({ schema: this.#at(node), name: branchName(node) }));
  }

  #part<T>(key: string, build: () => T): T {
    if (!this.#parts.has(key)) this.#parts.set(key, build());
    return this.#parts.get(key) as T;
  }
}

function isSchemaValue(value: unknown): boolean {
  return typeof value === 'boolean' || isObject(value);
}

function branchName(node: Node): string | undefined {
  const reference = node.string('$ref');
  return reference ? nameOfReference(reference) : node.string('title');
}

function nameOfReference(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

/** The node's `$ref` without its siblings, at the same place. */
function referenceAlone(node: Node): Node {
  return node.withValue({ $ref: node.member('$ref') });
}
