import type { Reading } from './evaluation.ts';

export type Text = 'nothing' | 'scalars' | 'everything';

/** Whether a value of the type is text where it travels: a list is never one text, but several. */
export function isText(type: string, text: Text): boolean {
  return text !== 'nothing' && type !== 'array' && (type !== 'object' || text === 'everything');
}

/** How two schemas are compared. */
export interface Manner {
  /** Whose values they are: decides whether readOnly or writeOnly properties count. */
  readonly direction: Reading['direction'];
  /**
   * Exactly as JSON Schema says. Otherwise by the convention that APIs live by: senders send only the properties that are declared,
   * readers ignore those that they do not know, and the branches of a `oneOf` are meant to exclude each other.
   */
  readonly strict: boolean;
  /**
   * What of the values travels as text, so that a string takes it too: scalars in parameters and headers, everything in XML and
   * forms, nothing in JSON.
   */
  readonly text: Text;
}

/** The question became too large to answer. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}
