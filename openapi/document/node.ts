import { joinPointer } from './pointer.ts';
import type { Source } from './source.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A part of a source: its value, and the pointer that leads to it (built only when asked for). */
export class Node {
  readonly value: unknown;
  readonly source: Source;
  readonly #parent: Node | undefined;
  readonly #key: string;
  /** Where the members of a value that was put together from parts of the document really stand. */
  readonly #homes: ReadonlyMap<unknown, Node> | undefined;
  #original: Node | undefined;

  constructor(value: unknown, source: Source, parent?: Node, key = '', homes?: ReadonlyMap<unknown, Node>) {
    this.value = value;
    this.source = source;
    this.#parent = parent;
    this.#key = key;
    this.#homes = homes;
  }

  /** What the document has at this place, where another value was put. */
  get original(): Node {
    return this.#original ?? this;
  }

  get parent(): Node | undefined {
    return this.#parent;
  }

  get pointer(): string {
    return this.#parent ? joinPointer(this.#parent.pointer, this.#key) : this.#key;
  }

  /** The member of an object or array; undefined when there is none. Inherited members do not count. */
  get(key: string): Node | undefined {
    const { value } = this;
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return this.#child(key, (value as Record<string, unknown>)[key]);
  }

  /** Another value at the same place. */
  withValue(value: unknown, homes?: ReadonlyMap<unknown, Node>): Node {
    const node = new Node(value, this.source, this.#parent, this.#key, homes);
    node.#original = this.original;
    return node;
  }

  #child(key: string, value: unknown): Node {
    return this.#homes?.get(value) ?? new Node(value, this.source, this, key, this.#homes);
  }

  at(...keys: string[]): Node | undefined {
    let node: Node | undefined = this;
    for (const key of keys) node = node?.get(key);
    return node;
  }

  entries(): [string, Node][] {
    const { value } = this;
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).map(([key, child]) => [key, this.#child(key, child)]);
  }

  items(): Node[] {
    return Array.isArray(this.value) ? this.entries().map(([, child]) => child) : [];
  }

  string(key: string): string | undefined {
    const value = this.member(key);
    return typeof value === 'string' ? value : undefined;
  }

  member(key: string): unknown {
    const { value } = this;
    return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
}
