import type { SchemaPair } from '../diff/pair-graph.ts';
import type { Budget } from '../schema/budget.ts';
import { SchemaComparison } from '../schema/compare-schemas.ts';
import { embed } from '../schema/embed.ts';
import type { Failure } from '../schema/failure.ts';
import type { Schema } from '../schema/schema.ts';
import { simplest } from '../schema/simplest.ts';
import type { SchemaKind } from './schema-site.ts';

/** A value of the part of a body that changed. */
export interface Shown {
  readonly value: unknown;
}

/** What is asked about: a pair, or two schemas that are none. */
export type Sides = Pick<SchemaPair, 'base' | 'revision'>;

/** The way from a whole value to a part of it: keys, and the pairs whose parts they lead to. */
export type Keys = readonly { readonly key: string | number; readonly of: SchemaPair }[];

interface Sought {
  readonly pair: SchemaPair;
  readonly keys: Keys;
  /** A value of the part that shows the change. */
  readonly shown: Shown | undefined;
  /** A schema whose values probably do. */
  readonly shownBy: Schema | undefined;
}

/** Asks the subset question for pairs of schemas in their direction, and looks for values that show the answer. */
export class SchemaQuestions {
  readonly #comparisons = new Map<string, SchemaComparison>();
  readonly #shown = new Map<string, Shown | undefined>();
  readonly #budget: Budget;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** Why the revision's values are not within what the direction allows; undefined when they are. */
  failure(kind: SchemaKind, pair: Sides, strict = false): Failure | undefined {
    const [narrow, wide] = inOrder(kind, pair);
    return this.#comparison(kind, strict).failure(narrow, wide);
  }

  /** The same for the way back. */
  reverse(kind: SchemaKind, pair: Sides): Failure | undefined {
    const [narrow, wide] = inOrder(kind, pair);
    return this.#comparison(kind).failure(wide, narrow);
  }

  /** A value of the whole that shows what changed in a part, which is reached by the keys. */
  example(kind: SchemaKind, root: SchemaPair, { pair, keys, shown, shownBy }: Sought) {
    const small = shown ?? (shownBy && this.#valueOf(shownBy, kind, pair)) ?? this.search(kind, pair);
    if (!small) return undefined;
    const [narrow, wide] = inOrder(kind, root);
    const fits = this.#comparison(kind).apart(narrow, wide);
    const steps = keys.map(({ key, of }) => ({ key, of: inOrder(kind, of)[0] }));
    const value = embed([narrow], steps, small.value, fits);
    return value === undefined ? undefined : { value };
  }

  /** A value of a schema, if it shows the difference of a pair. */
  #valueOf(schema: Schema, kind: SchemaKind, pair: SchemaPair): Shown | undefined {
    const [narrow, wide] = inOrder(kind, pair);
    const value = simplest([schema]);
    return this.#comparison(kind).apart(narrow, wide)(value) ? { value } : undefined;
  }

  /** A value of one side that the other does not accept, if one is found. */
  search(kind: SchemaKind, pair: SchemaPair): Shown | undefined {
    const key = `${pair.id} ${kind.direction} ${kind.text}`;
    if (!this.#shown.has(key)) {
      if (this.#budget.isSpent) return undefined;
      const [narrow, wide] = inOrder(kind, pair);
      this.#shown.set(key, this.#comparison(kind).counterExample(narrow, wide));
    }
    return this.#shown.get(key);
  }

  #comparison({ direction, text }: SchemaKind, strict = false): SchemaComparison {
    const key = `${direction} ${text} ${strict}`;
    const comparison = this.#comparisons.get(key) ?? new SchemaComparison({ direction, text, strict }, this.#budget);
    this.#comparisons.set(key, comparison);
    return comparison;
  }
}

/** What must be within what: old requests within the new, new answers within the old. */
function inOrder({ direction }: SchemaKind, { base, revision }: Sides) {
  return direction === 'request' ? ([base, revision] as const) : ([revision, base] as const);
}
