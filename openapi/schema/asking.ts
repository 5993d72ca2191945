import type { Manner } from './comparison.ts';
import type { Failure } from './failure.ts';
import type { Product } from './product.ts';
import type { Schema } from './schema.ts';

/** The questions that the keywords ask each other. */
export interface Asking {
  readonly manner: Manner;
  /** Whether every value that satisfies all of the first is accepted by all of the second; why not, otherwise. */
  readonly covers: (narrow: readonly Schema[], wide: readonly Schema[]) => Failure | undefined;
  /** The same for one way to satisfy a conjunction. */
  coversProduct(product: Product, schema: Schema): Failure | undefined;
}
