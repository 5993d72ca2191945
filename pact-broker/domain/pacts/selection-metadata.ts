import { isPlainObject } from './faithful-json.ts';

/** Why a pact was handed to a verifier. It travels in the pact's address, so the published result can be led back to it. */
export interface SelectionMetadata {
  /** Numbers of the consumer versions that were selected. */
  consumerVersions: string[];
  /** Whether it was selected as work in progress. */
  wip?: boolean;
}

/** As text that fits into an address. */
export function encodeMetadata({ consumerVersions, wip }: SelectionMetadata): string {
  return Buffer.from(JSON.stringify({ cvn: consumerVersions, ...(wip ? { w: true } : {}) })).toString('base64url');
}

/** Reads it back. Anything else, such as another broker's metadata, selects nothing. */
export function decodeMetadata(text: string | undefined): SelectionMetadata {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text ?? '', 'base64url').toString('utf8'));
    if (!isPlainObject(parsed)) return { consumerVersions: [] };
    const consumerVersions = Array.isArray(parsed.cvn) ? parsed.cvn.filter((number) => typeof number === 'string') : [];
    return { consumerVersions, wip: parsed.w === true };
  } catch {
    return { consumerVersions: [] };
  }
}
