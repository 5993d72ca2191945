import type { SchemaPair } from '../diff/schema-pair.ts';
import { SchemaComparison } from '../schema/compare-schemas.ts';
import { embed } from '../schema/embed.ts';
import type { Failure } from '../schema/failure.ts';
import type { CounterExample } from './change.ts';
import type { SchemaSite } from './schema-site.ts';

/** A value of the part of a body that changed. */
export interface Shown {
  readonly value: unknown;
}

/** Asks the subset question for pairs of schemas in their direction, and looks for values that show the answer. */
export class SchemaQuestions {
  readonly #comparisons = new Map<string, SchemaComparison>();
  readonly #shown = new Map<string, Shown | undefined>();
  /** Examples that may still be looked for: each costs a search. */
  #examplesLeft: number;

  constructor(counterExamples: number) {
    this.#examplesLeft = counterExamples;
  }

  /** Why the revision's values are not within what the direction allows; undefined when they are. */
  failure(site: SchemaSite, pair: SchemaPair, strict = false): Failure | undefined {
    const [narrow, wide] = inOrder(site, pair);
    return this.#comparison(site, strict).failure(narrow, wide);
  }

  /** The same for the way back. */
  reverse(site: SchemaSite, pair: SchemaPair): Failure | undefined {
    const [narrow, wide] = inOrder(site, pair);
    return this.#comparison(site).failure(wide, narrow);
  }

  /** A value of the whole body or parameter that shows what changed in the part. */
  example(site: SchemaSite, root: SchemaPair, { pair, shows }: { pair: SchemaPair; shows?: Shown }): CounterExample | undefined {
    const small = shows ?? this.search(site, pair);
    if (!small) return undefined;
    const [narrow, wide] = inOrder(site, root);
    const fits = this.#comparison(site).apart(narrow, wide);
    const value = embed([narrow], pair === root ? [] : pair.keys, small.value, fits);
    return value === undefined ? undefined : { value, of: site.within };
  }

  search(site: SchemaSite, pair: SchemaPair): Shown | undefined {
    const key = `${pair.base.id}:${pair.revision.id} ${site.direction} ${site.text}`;
    if (this.#shown.has(key)) return this.#shown.get(key);
    if (this.#examplesLeft-- <= 0) return undefined;
    const [narrow, wide] = inOrder(site, pair);
    const shown = this.#comparison(site).counterExample(narrow, wide);
    this.#shown.set(key, shown);
    return shown;
  }

  #comparison({ direction, text }: SchemaSite, strict = false): SchemaComparison {
    const key = `${direction} ${text} ${strict}`;
    const comparison = this.#comparisons.get(key) ?? new SchemaComparison({ direction, text, strict });
    this.#comparisons.set(key, comparison);
    return comparison;
  }
}

/** What must be within what: old requests within the new, new answers within the old. */
function inOrder({ direction }: SchemaSite, { base, revision }: SchemaPair) {
  return direction === 'request' ? ([base, revision] as const) : ([revision, base] as const);
}
