import { expect, test } from '@jest/globals';
import type { Pairing } from '../../domain/integrations/pairing.ts';
import { pairingLines } from './pairing-cells.ts';

const pairings = (count: number): Pairing[] =>
  Array.from({ length: count }, (_, index) => ({ consumerVersion: `${index}`, providerVersion: 'b1', outcome: 'unverified' }));

test.each([
  [3, 3, undefined, undefined],
  [5, 5, '2 more: ', undefined],
  [103, 103, '100 more: ', undefined],
  [40_000, 103, '39997 more: ', 'and 39897 more'],
])('of %i pairings %i have a line, the rest is counted', (count, lines, behind, cut) => {
  const { text } = pairingLines(pairings(count), 'not there');
  expect(text.match(/<p class="pairing">/g)).toHaveLength(lines);
  expect(/<summary>(.*?: )/.exec(text)?.[1]).toBe(behind);
  expect(/<p class="quiet">(.*?)<\/p>/.exec(text)?.[1]).toBe(cut);
});
