import { Node } from './node.ts';

/** Stands for what a reference names that could not be followed: nothing is known of it but why. Its place is that of the `$ref`. */
export class Unfollowed extends Node {
  /** The reference as it is written. */
  readonly reference: string;
  readonly reason: string;

  constructor(from: Node, { keyword, reason }: { keyword: string; reason: string }) {
    super({}, from.source, from, keyword);
    this.reference = from.string(keyword) ?? '';
    this.reason = reason;
  }
}

/** Whether a part, or one of the two sides of a part, is known only by a reference that was not followed. */
export function isUnfollowed(...parts: ({ readonly node: Node } | undefined)[]): boolean {
  return parts.some((part) => part?.node instanceof Unfollowed);
}
