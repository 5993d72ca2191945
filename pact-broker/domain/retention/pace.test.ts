import { expect, test } from '@jest/globals';
import { nextBatch, restAfter } from './pace.ts';

test.each([
  ['looking', 1, 9],
  ['deleting', 20, 3980],
  ['deleting', 1000, 5000],
] as const)('after %s for %i ms it rests for %i ms', (work, took, rest) => expect(restAfter(work, took)).toBeCloseTo(rest));

test.each([
  [1, 1, 2],
  [4, 8, 8],
  [8, 8, 10],
  [10, 40, 5],
  [1, 12, 2],
  [1, 500, 1],
])('after %i versions in %i ms, it takes %i', (size, took, next) => expect(nextBatch(size, took)).toBe(next));
