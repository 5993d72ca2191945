import { expect, test } from '@jest/globals';
import { countOutcomes, outcomeOf, worstFirst } from './pairing.ts';

test.each([
  [true, 1, 'verified'],
  [true, 0, 'failed'],
  [true, null, 'unverified'],
  [false, null, 'no-pact'],
] as const)('with a pact: %s, success %s is %s', (hasPact, success, outcome) => {
  expect(outcomeOf(hasPact, success)).toBe(outcome);
});

test('what is in trouble comes first, and is counted', () => {
  const pairings = (['verified', 'no-pact', 'failed', 'unverified', 'failed'] as const).map((outcome, index) => ({
    consumerVersion: String(index),
    providerVersion: undefined,
    outcome,
  }));
  expect(worstFirst(pairings).map(({ consumerVersion }) => consumerVersion)).toEqual(['2', '4', '3', '0', '1']);
  expect(countOutcomes(pairings)).toEqual({ failed: 2, unverified: 1, verified: 1, 'no-pact': 1 });
});
