import type { OperationPair } from '../diff/pairs.ts';

/** Whose body it is; begins the ids of rules. */
export type BodyKind = 'request-body' | 'response-body';

/** A body of an operation on both sides. */
export interface BodyPlace {
  readonly pair: OperationPair;
  readonly kind: BodyKind;
  /** For people: `request body`, `response 200`. */
  readonly within: string;
}
