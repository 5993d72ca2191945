import type { Schema } from './schema.ts';

/** Yes, no, or undefined where the engine cannot check (a format it does not know, a pattern of another dialect). */
export type Answer = boolean | undefined;

/** What a value's parts were looked at by, for unevaluatedProperties and unevaluatedItems. */
export interface Evaluation {
  answer: Answer;
  readonly properties: Set<string>;
  readonly items: Set<number>;
}

/** What one question, or the checks of all candidates of one search, may cost and have found. */
export class Effort {
  /** Steps that may still be taken; once they are spent, what was not looked at cannot be told. */
  left: number;
  readonly #known = new WeakMap<object, Map<Schema, Evaluation>>();

  constructor(left: number) {
    this.left = left;
  }

  /** Candidates are made of the same parts: each is judged once. */
  once(schema: Schema, value: object, judge: () => Evaluation): Evaluation {
    const judged = this.#known.get(value) ?? new Map<Schema, Evaluation>();
    this.#known.set(value, judged);
    const evaluation = judged.get(schema) ?? judge();
    judged.set(schema, evaluation);
    return evaluation;
  }
}

/** How values are read: a property is left out of requests when it is readOnly, out of responses when it is writeOnly. */
export interface Reading {
  readonly direction: 'request' | 'response' | 'none';
  readonly effort?: Effort;
}

export const NEUTRAL: Reading = { direction: 'none' };

export function and(a: Answer, b: Answer): Answer {
  if (a === false || b === false) return false;
  return a === undefined || b === undefined ? undefined : true;
}

export type Inner = (schema: Schema, value: unknown) => Evaluation;
