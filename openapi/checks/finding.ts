import type { Node } from '../document/node.ts';
import type { CounterExample } from './change.ts';
import type { Level } from './rule.ts';

/** What a check found; where it is in an operation and which level its rule has is added later. */
export interface Finding {
  readonly id: string;
  /** Where it stands in each document; absent where there is nothing. */
  readonly base?: Node | undefined;
  readonly revision?: Node | undefined;
  readonly message: string;
  /** The message without the place in the operation; the message itself when not given. */
  readonly says?: string;
  /** Tells apart what one place can change several times: the value of an enum. */
  readonly item?: string;
  /** The part of the operation, in words that do not change with the commit; tells findings of one rule apart. */
  readonly subject: string;
  /** Lower than the rule's own level, where the documents prove that it does no harm here. */
  readonly level?: Level;
  /** Looks for a value that shows it; a search of a millisecond or more. */
  readonly example?: () => CounterExample | undefined;
}
