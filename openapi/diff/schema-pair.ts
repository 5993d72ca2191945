import type { Schema } from '../schema/schema.ts';

/** A schema that both documents have at the same place. */
export interface SchemaPair {
  readonly base: Schema;
  readonly revision: Schema;
  /** The schemas of whose allOf they are members: a property that moved to another member is still there. */
  readonly within?: { readonly base: Schema; readonly revision: Schema };
  /** The way from the body or parameter to it: property names, `items`, `allOf[Pet]`; empty for the whole. */
  readonly path: readonly string[];
  /** Where the property stands in a sample: the way through values, without the words of schemas. */
  readonly keys: readonly (string | number)[];
}
