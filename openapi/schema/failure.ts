import type { Schema } from './schema.ts';

/** Why not every value of one schema is a value of another. */
export interface Failure {
  /** In words: `is not limited to 10 characters`. */
  readonly reason: string;
  /** The schema that does not accept. */
  readonly by: Schema;
  /**
   * Whether the reason holds for certain. Where constraints were not looked at in full (branches of anyOf, conditions, negations),
   * a failure to prove is not a proof of failure.
   */
  readonly certain: boolean;
  /** A value that shows it, of the part where it was found. */
  readonly value?: unknown;
}

export function fails(by: Schema, reason: string, certain = true): Failure {
  return { by, reason, certain };
}

/** The first failure among several questions; asked lazily. */
export function firstFailure(questions: Iterable<Failure | undefined>): Failure | undefined {
  for (const failure of questions) if (failure) return failure;
  return undefined;
}
