import * as fc from 'fast-check';
import { mean, median, quantile, standardDeviation } from './statistics.ts';

const series = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 50 });

test.each([
  [[4], 4, 0],
  [[2, 4, 4, 4, 5, 5, 7, 9], 5, 2],
  [[0.1, 0.1, 0.1], 0.1, 0],
])('%j has mean %d and standard deviation %d', (values, expectedMean, deviation) => {
  expect(mean(values)).toBe(expectedMean);
  expect(standardDeviation(values)).toBe(deviation);
});

test.each([
  [[3, 1, 2], 0.5, 2],
  [[4, 1, 3, 2], 0.5, 2.5],
  [[1, 2, 3, 4], 0.25, 1.75],
  [[1, 2, 3, 4], 1, 4],
])('of %j, the quantile %d is %d', (values, fraction, expected) => {
  expect(quantile(values, fraction)).toBe(expected);
});

test('of no values there is neither mean nor quantile', () => {
  expect(() => mean([])).toThrow(RangeError);
  expect(() => median([])).toThrow(RangeError);
});

test('mean and median lie between the smallest and the largest value', () => {
  fc.assert(
    fc.property(series, (values) => {
      const [low, high] = [Math.min(...values) - 1e-6, Math.max(...values) + 1e-6];
      for (const middle of [mean(values), median(values)]) expect(low <= middle && middle <= high).toBe(true);
    }),
  );
});

test('half of the values lie on each side of the median', () => {
  fc.assert(
    fc.property(series, (values) => {
      const middle = median(values);
      expect(values.filter((value) => value <= middle).length).toBeGreaterThanOrEqual(values.length / 2);
      expect(values.filter((value) => value >= middle).length).toBeGreaterThanOrEqual(values.length / 2);
    }),
  );
});
