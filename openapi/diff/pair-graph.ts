import type { Schema } from '../schema/schema.ts';
import { differingParts } from './differing-parts.ts';

/** A schema of the base and what became of it in the revision. However many places lead to the two, they are one pair. */
export interface SchemaPair {
  readonly id: number;
  readonly base: Schema;
  readonly revision: Schema;
  /** The same without what stands for the two by a discriminator; the pair itself where nothing does. */
  readonly itself: SchemaPair;
  /** The parts that differ, each a pair of its own. */
  readonly parts: readonly Part[];
}

export interface Part {
  readonly pair: SchemaPair;
  /** The step from the whole to the part, as people write it: a property's name, `items`, `oneOf[Cat]`; empty for members of allOf. */
  readonly step: string;
  /** The step through values: a property's name or an item's position; undefined when the part describes the same value. */
  readonly key: string | number | undefined;
}

/** The pairs of two documents, each made once. */
export class PairGraph {
  readonly #pairs = new Map<string, SchemaPair>();

  pairOf(base: Schema, revision: Schema): SchemaPair {
    const key = `${base.id}:${revision.id}`;
    const known = this.#pairs.get(key);
    if (known) return known;
    const pair = new LazyPair(this, { id: this.#pairs.size, base, revision });
    this.#pairs.set(key, pair);
    return pair;
  }
}

class LazyPair implements SchemaPair {
  readonly id: number;
  readonly base: Schema;
  readonly revision: Schema;
  readonly #graph: PairGraph;
  #parts: readonly Part[] | undefined;

  constructor(graph: PairGraph, { id, base, revision }: Pick<SchemaPair, 'id' | 'base' | 'revision'>) {
    this.#graph = graph;
    this.id = id;
    this.base = base;
    this.revision = revision;
  }

  get itself(): SchemaPair {
    return this.#graph.pairOf(this.base.itself, this.revision.itself);
  }

  get parts(): readonly Part[] {
    this.#parts ??= differingParts(this.base, this.revision).map(({ base, revision, step, key }) => ({
      pair: this.#graph.pairOf(base, revision),
      step,
      key,
    }));
    return this.#parts;
  }
}
