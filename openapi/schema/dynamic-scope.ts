import type { Node } from '../document/node.ts';

/** Ways to bind names, at most: a document may be made so that they multiply. */
const MOST_SCOPES = 1_000;

/** `$recursiveRef` has no name (2019-09). */
export const RECURSIVE = '#';

/**
 * Where `$dynamicRef`s lead on the way by which a schema was reached: to the outermost `$dynamicAnchor` of their name (JSON Schema
 * 2020-12, 8.2.3.2). A schema binds the names of its `$defs` and its own, unless they are bound. One scope for each set of bindings.
 */
export class DynamicScope {
  readonly #bound: ReadonlyMap<string, Node>;
  readonly #all: Map<string, DynamicScope>;
  readonly #ids: Map<unknown, number>;
  /** There were too many sets of bindings: no name is certain. */
  readonly isLost: boolean;

  constructor(bound: ReadonlyMap<string, Node> = new Map(), from?: DynamicScope, isLost = false) {
    this.#bound = bound;
    this.#all = from ? from.#all : new Map();
    this.#ids = from ? from.#ids : new Map();
    this.isLost = isLost;
  }

  boundTo(name: string): Node | undefined {
    return this.#bound.get(name);
  }

  entering(schema: Node): DynamicScope {
    if (this.isLost || !(schema.source.mentions('$dynamicAnchor') || schema.source.mentions('$recursiveAnchor'))) return this;
    const fresh = bindingsOf(schema).filter(([name]) => !this.#bound.has(name));
    if (fresh.length === 0) return this;
    const bound = new Map([...this.#bound, ...fresh.reverse()]);
    const key = [...bound]
      .map(([name, { value }]) => JSON.stringify([name, this.#idOf(value)]))
      .sort()
      .join();
    const known = this.#all.get(key);
    if (known) return known;
    const scope = this.#all.size < MOST_SCOPES ? new DynamicScope(bound, this) : this.#lost();
    this.#all.set(key, scope);
    return scope;
  }

  #lost(): DynamicScope {
    const lost = this.#all.get('') ?? new DynamicScope(new Map(), this, true);
    this.#all.set('', lost);
    return lost;
  }

  #idOf(value: unknown): number {
    const id = this.#ids.get(value) ?? this.#ids.size;
    this.#ids.set(value, id);
    return id;
  }
}

/** The schema itself goes before what it defines. */
function bindingsOf(schema: Node): [string, Node][] {
  const own = [schema, ...(schema.get('$defs')?.entries() ?? []).map(([, node]) => node)];
  const named = own.flatMap((node): [string, Node][] => {
    const name = node.string('$dynamicAnchor');
    return name === undefined ? [] : [[name, node]];
  });
  return schema.member('$recursiveAnchor') === true ? [[RECURSIVE, schema], ...named] : named;
}
