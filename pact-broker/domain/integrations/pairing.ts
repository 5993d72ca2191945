/** What a provider version made of the pact of a consumer version; `no-pact` where that has none with the provider. */
export type Outcome = 'failed' | 'unverified' | 'verified' | 'no-pact';

/** A consumer version beside a provider version, each undefined where there is none, and the result between exactly these. */
export interface Pairing {
  consumerVersion: string | undefined;
  providerVersion: string | undefined;
  outcome: Outcome;
}

/** `success` is null where there is no result. */
export function outcomeOf(hasPact: boolean, success: 0 | 1 | null): Outcome {
  if (!hasPact) return 'no-pact';
  if (success === null) return 'unverified';
  return success === 1 ? 'verified' : 'failed';
}

const WORST_FIRST: Outcome[] = ['failed', 'unverified', 'verified', 'no-pact'];

/** Those in trouble first; otherwise as they came. */
export const worstFirst = <T extends Pairing>(pairings: T[]): T[] =>
  [...pairings].sort((a, b) => WORST_FIRST.indexOf(a.outcome) - WORST_FIRST.indexOf(b.outcome));

/** How many there are of each. */
export function countOutcomes(pairings: Pairing[]): Record<Outcome, number> {
  const counts = { failed: 0, unverified: 0, verified: 0, 'no-pact': 0 };
  for (const { outcome } of pairings) counts[outcome]++;
  return counts;
}
