import type { Schema } from './schema.ts';

/** Yes, no, or undefined where the engine cannot check (a format it does not know, a pattern of another dialect). */
export type Answer = boolean | undefined;

/** What a value's parts were looked at by, for unevaluatedProperties and unevaluatedItems. */
export interface Evaluation {
  answer: Answer;
  readonly properties: Set<string>;
  readonly items: Set<number>;
}

/** How values are read: a property is left out of requests when it is readOnly, out of responses when it is writeOnly. */
export interface Reading {
  readonly direction: 'request' | 'response' | 'none';
  /** Steps that may still be taken; once they are spent, what was not looked at cannot be told. Counted down. */
  readonly steps?: { left: number };
}

export const NEUTRAL: Reading = { direction: 'none' };

export function and(a: Answer, b: Answer): Answer {
  if (a === false || b === false) return false;
  return a === undefined || b === undefined ? undefined : true;
}

export type Inner = (schema: Schema, value: unknown) => Evaluation;
