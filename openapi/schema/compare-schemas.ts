import { accepts } from './accepts.ts';
import { Budget } from './budget.ts';
import { type Manner, TooLarge } from './comparison.ts';
import { Coverage } from './coverage.ts';
import { Effort } from './evaluation.ts';
import { type Failure, fails } from './failure.ts';
import { samples } from './sample.ts';
import type { Schema } from './schema.ts';
import { smaller } from './smaller.ts';

/** Steps that the candidates of one search may take to be checked, all together. */
const STEPS_OF_SEARCH = 50_000;

/** Values of one search, and of one that is worth more. */
const FEW_VALUES = 60;
const MANY_VALUES = 600;
const LONG_SEARCHES = 12;

/** What the subset question answers. */
export interface SchemaAnswer {
  readonly verdict: 'compatible' | 'breaking' | 'unknown';
  /** Why not compatible, in words. */
  readonly reason?: string;
  /** Where the value that is refused or new comes from, and the schema that does not know it; pointers. */
  readonly narrow: string;
  readonly wide?: string;
  /** A value of the first schema that the second does not accept, checked; absent where none could be made. */
  readonly counterExample?: { readonly value: unknown };
}

/** Compares schemas in one manner and remembers what it has proven. */
export class SchemaComparison {
  readonly manner: Manner;
  readonly #coverage: Coverage;
  #longSearches = LONG_SEARCHES;

  constructor(manner: Manner, budget = new Budget()) {
    this.manner = manner;
    this.#coverage = new Coverage(manner, budget);
  }

  /** Why not every value of the first schema is one of the second; undefined when every value is. */
  failure(narrow: Schema, wide: Schema): Failure | undefined {
    try {
      this.#coverage.budget.renew();
      return this.#coverage.covers([narrow], [wide]);
    } catch (error) {
      if (error instanceof TooLarge) return fails(wide, error.message, false);
      throw error;
    }
  }

  /** A value that the first schema accepts and the second does not, if the search finds one. */
  counterExample(narrow: Schema, wide: Schema, more: readonly unknown[] = []): { readonly value: unknown } | undefined {
    const shows = this.apart(narrow, wide);
    const value = more.find(shows) ?? samples([narrow], [wide], FEW_VALUES).find(shows) ?? this.#searchFurther(narrow, wide, shows);
    return value === undefined ? undefined : { value: smaller(value, shows) };
  }

  /** Most differences show in few values; the long searches for the others are numbered, so that they do not add up. */
  #searchFurther(narrow: Schema, wide: Schema, shows: (candidate: unknown) => boolean): unknown {
    if (this.#longSearches-- <= 0) return undefined;
    return samples([narrow], [wide], MANY_VALUES).find(shows);
  }

  /** Whether a value is one of the first schema and not of the second: asked of the candidates of one search, which share parts. */
  apart(narrow: Schema, wide: Schema): (candidate: unknown) => boolean {
    const reading = { ...this.manner, effort: new Effort(STEPS_OF_SEARCH) };
    return (candidate) => accepts(wide, candidate, reading) === false && accepts(narrow, candidate, reading) === true;
  }

  /** Whether every value of the first schema is one of the second: breaking only with a value that shows it, or a reason that is certain. */
  compare(narrow: Schema, wide: Schema): SchemaAnswer {
    const failure = this.failure(narrow, wide);
    if (!failure) return { verdict: 'compatible', narrow: narrow.pointer };
    const found = this.counterExample(narrow, wide);
    const answer = { reason: failure.reason, narrow: narrow.pointer, wide: failure.by.pointer };
    return found ? { ...answer, verdict: 'breaking', counterExample: found } : { ...answer, verdict: 'unknown' };
  }
}

/**
 * Whether a schema may take the place of another: in a request every value that was accepted must still be, in a response every
 * value that may come must have been possible before. Strict: exactly as JSON Schema says, with no conventions.
 */
export function compareSchemas(base: Schema, revision: Schema, direction: 'request' | 'response'): SchemaAnswer {
  const comparison = new SchemaComparison({ direction: 'none', strict: true, text: 'nothing' });
  return direction === 'request' ? comparison.compare(base, revision) : comparison.compare(revision, base);
}
