import { componentPlace } from '../document/component-place.ts';
import type { Document } from '../document/document.ts';
import { isObject, type JsonObject, type Node } from '../document/node.ts';
import { exclusiveBound, inclusiveBound } from './bounds.ts';
import { canonicalJson } from './json-value.ts';
import { REFERENCES, type ReferenceKeyword } from './reference-target.ts';

/** One alternative of allOf, anyOf or oneOf: its name is that of the component it refers to, else its title. */
export interface Branch {
  readonly schema: Schema;
  readonly name: string | undefined;
  /** It is a component, referred to: only those have a name that a discriminator can say. */
  readonly isReference?: boolean;
}

/** What is known of a schema beyond its keywords. */
export interface Context {
  readonly broken?: string;
  readonly withoutNull?: boolean;
  /** The components that stand for this one by its discriminator. */
  readonly subtypes?: () => readonly Branch[];
  /** It stands for another component by that one's discriminator: what it takes from its allOf are those schemas alone. */
  readonly isSubtype?: boolean;
  /** It says nothing itself, and has one member or alternative. */
  readonly only?: { readonly keyword: 'allOf' | 'anyOf' | 'oneOf'; readonly schema: Schema };
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
  /** Null is among the types, but not in the enum: it is not accepted (OpenAPI 3.0.3 says so too), though many tools accept it. */
  readonly perhapsNullable: boolean;
  readonly isSubtype: boolean;
  readonly #at: (node: Node) => Schema;
  readonly #context: Context;
  readonly #parts = new Map<string, unknown>();

  constructor(document: Document, node: Node, at: (node: Node) => Schema, context: Context = {}) {
    this.document = document;
    this.node = node;
    this.#at = at;
    this.#context = context;
    this.broken = context.broken;
    this.isSubtype = context.isSubtype === true;
    this.always = typeof node.value === 'boolean' ? node.value : undefined;
    this.raw = isObject(node.value) ? node.value : {};
    const marked = !context.withoutNull && (this.raw.nullable === true || this.raw['x-nullable'] === true);
    const among = Array.isArray(this.raw.type) && this.raw.type.includes('null');
    const unlisted = Array.isArray(this.raw.enum) && !this.raw.enum.includes(null);
    this.perhapsNullable = unlisted && (marked || among);
    this.nullable = marked && !unlisted;
  }

  get pointer(): string {
    return this.#part('pointer', () => this.document.pointerTo(this.node));
  }

  /** The same schema without the null that `nullable` adds. */
  get withoutNull(): Schema {
    if (!this.nullable) return this;
    return this.#part('withoutNull', () => new Schema(this.document, this.node, this.#at, { ...this.#context, withoutNull: true }));
  }

  /**
   * The components that are sent and answered in this one's place: its discriminator names them, and they extend it by allOf. None
   * where the alternatives are written down as oneOf or anyOf.
   */
  get subtypes(): readonly Branch[] {
    const { subtypes } = this.#context;
    return subtypes ? this.#part('subtypes', subtypes) : NO_BRANCHES;
  }

  /** The schema without the components that stand for it. */
  get itself(): Schema {
    if (this.subtypes.length === 0) return this;
    return this.#part('itself', () => new Schema(this.document, this.node, this.#at, { ...this.#context, subtypes: () => [] }));
  }

  /** The same, said by the only member of an allOf, or by the only alternative. */
  asOnly(keyword: 'allOf' | 'anyOf' | 'oneOf'): Schema {
    const context = { only: { keyword, schema: this } };
    return this.#part(`only ${keyword}`, () => new Schema(this.document, this.node.withValue({}), this.#at, context));
  }

  /** The name of the component that it is, if it is one as a whole. */
  get componentName(): string | undefined {
    return this.#part('componentName', () => {
      const place = componentPlace(this.pointer);
      return place?.way === '' ? place.name : undefined;
    });
  }

  /** Another schema at the same place: for what is true of a part of this one's values. */
  sibling(raw: JsonObject): Schema {
    return new Schema(this.document, this.node.withValue(raw), this.#at);
  }

  /** The types as written, `integer` among them; undefined when every type is allowed. Null from `nullable` is not among them. */
  get types(): ReadonlySet<string> | undefined {
    return this.#part('types', () => {
      const { type } = this.raw;
      if (this.raw.format === undefined && this.text('format') === 'binary') return new Set(['string']);
      const types = Array.isArray(type) ? type.map(String) : typeof type === 'string' ? [type] : [];
      if (types.length === 0) return undefined;
      return new Set(isWhole(this.raw) ? types.map((name) => (name === 'number' ? 'integer' : name)) : types);
    });
  }

  /** The values of enum and const, or of alternatives that are one value each, as those are written whose values have a title. */
  get values(): readonly unknown[] | undefined {
    return this.#part('values', () => {
      if (this.hasConst) return [this.raw.const];
      return Array.isArray(this.raw.enum) ? this.raw.enum : this.#namedValues;
    });
  }

  get #namedValues(): readonly unknown[] | undefined {
    if (this.oneOf.length > 0 && this.anyOf.length > 0) return undefined;
    const branches = this.oneOf.length > 0 ? this.oneOf : this.anyOf;
    const values = branches.map(({ schema }) => onlyValue(schema));
    if (values.length === 0 || values.some((value) => value === undefined)) return undefined;
    const [listed, distinct] = [values.flat(), new Set(values.flat().map(canonicalJson))];
    // What two alternatives of a oneOf accept is accepted by none.
    return distinct.size === listed.length ? listed : undefined;
  }

  /** The values are the alternatives of oneOf or anyOf. */
  get hasNamedValues(): boolean {
    return !this.hasConst && !Array.isArray(this.raw.enum) && this.values !== undefined;
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
    // Of integers and of what is not a number it says nothing.
    if (keyword === 'multipleOf' && value === 1 && this.types && !this.types.has('number')) return undefined;
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  }

  text(keyword: string): string | undefined {
    const value = this.raw[keyword];
    if (value === undefined) return keyword === 'format' ? formatOfContent(this.raw) : undefined;
    if (keyword.startsWith('content') && this.raw.format === undefined && formatOfContent(this.raw)) return undefined;
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
    // Most schemas have few keywords, and are asked for each of them again and again.
    if (!isObject(this.raw[keyword])) return NO_SCHEMAS;
    return this.#part(keyword, () => {
      const members = this.node.get(keyword)?.entries() ?? [];
      return new Map(members.filter(([, node]) => isSchemaValue(node.value)).map(([name, node]) => [name, this.#at(node)]));
    });
  }

  /** A keyword that holds one schema. */
  schema(keyword: string): Schema | undefined {
    if (!isSchemaValue(this.raw[keyword])) return undefined;
    return this.#part(keyword, () => this.#at(this.node.get(keyword) as Node));
  }

  /** What `additionalProperties` says, unless it says nothing that the absence of it does not. */
  get additional(): Schema | undefined {
    const schema = this.schema('additionalProperties');
    return schema && !schema.isAnything ? schema : undefined;
  }

  /** What is said of other properties, in either way: without keywords that look at properties elsewhere, unevaluated means additional. */
  get others(): Schema | undefined {
    if (this.raw.unevaluatedProperties === undefined || this.raw.additionalProperties !== undefined) return this.additional;
    if (ELSEWHERE.some((keyword) => this.raw[keyword] !== undefined)) return undefined;
    const rest = this.schema('unevaluatedProperties');
    return rest?.isAnything ? undefined : rest;
  }

  get isAnything(): boolean {
    return this.always === true || (this.always === undefined && !this.broken && Object.keys(this.raw).length === 0);
  }

  /** Positional schemas: prefixItems, or `items` as an array, as it was before 2020-12. */
  get prefixItems(): readonly Schema[] {
    const keyword = Array.isArray(this.raw.prefixItems) ? 'prefixItems' : 'items';
    if (!Array.isArray(this.raw[keyword])) return NO_ITEMS;
    return this.#part('prefix', () => this.#list(keyword).map(({ schema }) => schema));
  }

  get items(): Schema | undefined {
    return Array.isArray(this.raw.items) ? this.schema('additionalItems') : this.schema('items');
  }

  /** Members that must all hold: allOf, and the target of a reference that has siblings. */
  get allOf(): readonly Branch[] {
    return this.#part('allOf', () => {
      if (this.#context.only?.keyword === 'allOf') return [{ schema: this.#context.only.schema, name: undefined }];
      const members = this.#list('allOf');
      const stated = this.broken === undefined ? REFERENCES.filter((keyword) => typeof this.raw[keyword] === 'string') : [];
      const targets = stated.map((keyword) => ({
        schema: this.#at(referenceAlone(this.node, keyword)),
        name: nameOfReference(String(this.raw[keyword])),
        isReference: true,
      }));
      const all = [...targets, ...members];
      // What extends a component is one of those that stand for it, and not extended by them once more.
      return this.isSubtype ? all.map((member) => ({ ...member, schema: member.schema.itself })) : all;
    });
  }

  get anyOf(): readonly Branch[] {
    return this.#listed('anyOf');
  }

  get oneOf(): readonly Branch[] {
    return this.#listed('oneOf');
  }

  get dependentRequired(): ReadonlyMap<string, readonly string[]> {
    const { dependentRequired } = this.raw;
    if (!isObject(dependentRequired)) return NO_NEEDS;
    return this.#part('dependentRequired', () => {
      const entries = Object.entries(dependentRequired);
      return new Map(entries.flatMap(([name, needs]) => (Array.isArray(needs) ? [[name, needs.map(String)] as const] : [])));
    });
  }

  /** What it says is not known; the engine does not pretend to. */
  get isUnknown(): boolean {
    return this.broken !== undefined;
  }

  #listed(keyword: 'anyOf' | 'oneOf'): readonly Branch[] {
    const { only } = this.#context;
    if (only?.keyword === keyword) {
      const name = only.schema.componentName;
      return this.#part(keyword, () => [{ schema: only.schema, name, isReference: name !== undefined }]);
    }
    return Array.isArray(this.raw[keyword]) ? this.#part(keyword, () => this.#list(keyword)) : NO_BRANCHES;
  }

  #list(keyword: string): Branch[] {
    const nodes = Array.isArray(this.raw[keyword]) ? (this.node.get(keyword)?.items() ?? []) : [];
    return nodes.filter(({ value }) => isSchemaValue(value)).map((node) => this.#branch(node));
  }

  #branch(node: Node): Branch {
    return { schema: this.#at(node), name: branchName(node), isReference: node.string('$ref') !== undefined };
  }

  #part<T>(key: string, build: () => T): T {
    const known = this.#parts.get(key);
    if (known !== undefined || this.#parts.has(key)) return known as T;
    const part = build();
    this.#parts.set(key, part);
    return part;
  }
}

const NO_BRANCHES: readonly Branch[] = [];
const NO_SCHEMAS: ReadonlyMap<string, Schema> = new Map();
const NO_ITEMS: readonly Schema[] = [];
const NO_NEEDS: ReadonlyMap<string, readonly string[]> = new Map();

const ELSEWHERE = ['$ref', '$dynamicRef', '$recursiveRef', 'allOf', 'anyOf', 'oneOf', 'if', 'dependentSchemas'];

/** Numbers that are integers, written otherwise. */
function isWhole({ multipleOf, format }: JsonObject): boolean {
  return multipleOf === 1 || format === 'int32' || format === 'int64';
}

/** What OpenAPI 3.0 writes as a format, 3.1 writes as the encoding or media type of the string, and Swagger 2.0 as a file. */
function formatOfContent({ type, contentEncoding, contentMediaType, contentSchema }: JsonObject): string | undefined {
  if (type === 'file') return 'binary';
  if (contentSchema !== undefined || (contentEncoding === undefined && contentMediaType === undefined)) return undefined;
  if (contentEncoding === 'base64' && contentMediaType === undefined) return 'byte';
  return contentEncoding === undefined && contentMediaType === 'application/octet-stream' ? 'binary' : undefined;
}

const BESIDE_A_VALUE = new Set(['type', 'const', 'enum', 'title', 'description', 'deprecated', 'example', 'examples', '$comment']);

/** The value of a schema that is nothing but one value, in a list. */
function onlyValue(schema: Schema): readonly unknown[] | undefined {
  if (Object.keys(schema.raw).some((keyword) => !BESIDE_A_VALUE.has(keyword) && !keyword.startsWith('x-'))) return undefined;
  const { const: value, enum: values, type } = schema.raw;
  if (schema.hasConst) return values === undefined ? [value] : undefined;
  if (Array.isArray(values)) return values.length === 1 ? values : undefined;
  return type === 'null' ? [null] : undefined;
}

function isSchemaValue(value: unknown): boolean {
  return typeof value === 'boolean' || isObject(value);
}

function branchName(node: Node): string | undefined {
  const reference = node.string('$ref');
  return reference ? nameOfReference(reference) : node.string('title');
}

export function nameOfReference(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

/** The node's reference without its siblings, at the same place. */
function referenceAlone(node: Node, keyword: ReferenceKeyword): Node {
  return node.withValue({ [keyword]: node.member(keyword) });
}
