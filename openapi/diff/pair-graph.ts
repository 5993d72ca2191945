import type { Schema } from '../schema/schema.ts';
import { differingParts, type Sides } from './differing-parts.ts';

/** A schema of the base and what became of it in the revision. However many places lead to the two, they are one pair. */
export interface SchemaPair {
  readonly id: number;
  readonly base: Schema;
  readonly revision: Schema;
  /** The schemas of whose allOf the two are members: what they say there, others may say too. */
  readonly within: Sides | undefined;
  /** The same without what stands for the two by a discriminator, and not as members of anything; often the pair itself. */
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

  pairOf({ base, revision }: Sides, within?: Sides): SchemaPair {
    const key = [base.id, revision.id, within?.base.id, within?.revision.id].join(':');
    const known = this.#pairs.get(key);
    if (known) return known;
    const pair = new LazyPair(this, { id: this.#pairs.size, base, revision, within });
    this.#pairs.set(key, pair);
    return pair;
  }
}

class LazyPair implements SchemaPair {
  readonly id: number;
  readonly base: Schema;
  readonly revision: Schema;
  readonly within: Sides | undefined;
  readonly #graph: PairGraph;
  #parts: readonly Part[] | undefined;
  #itself: SchemaPair | undefined;

  constructor(graph: PairGraph, { id, base, revision, within }: Pick<SchemaPair, 'id' | 'base' | 'revision' | 'within'>) {
    this.#graph = graph;
    this.id = id;
    this.base = base;
    this.revision = revision;
    this.within = within;
  }

  get itself(): SchemaPair {
    const { base, revision } = this;
    if (!this.within && base.subtypes.length + revision.subtypes.length === 0) return this;
    this.#itself ??= this.#graph.pairOf({ base: base.itself, revision: revision.itself });
    return this.#itself;
  }

  get parts(): readonly Part[] {
    this.#parts ??= differingParts(this).map(({ step, key, within, ...sides }) => ({ pair: this.#graph.pairOf(sides, within), step, key }));
    return this.#parts;
  }
}
