import * as fc from 'fast-check';
import type { Method } from '../types.ts';
import { findAnomalies, usualThreshold } from './find-anomalies.ts';
import { iqrScores } from './iqr.ts';
import { rollingMedianScores } from './rolling-median.ts';
import { zScores } from './z-score.ts';

const methods: Method[] = ['z-score', 'iqr', 'rolling-median'];
const scorers = { 'z-score': zScores, iqr: iqrScores, 'rolling-median': (values: number[]) => rollingMedianScores(values, 7) };
const wave = Array.from({ length: 24 }, (_, hour) => 20 + (hour % 4));
const pointsOf = (values: number[]) => values.map((value, minute) => ({ at: new Date(minute * 60_000).toISOString(), value }));
const series = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 40 });
const closeTo = (expected: number[]) => expected.map((score) => expect.closeTo(score, 6));

test.each([
  ['z-score', [2, 4, 4, 4, 5, 5, 7, 9], [-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2]],
  ['iqr', [1, 2, 3, 4, 9], [-0.5, 0, 0, 0, 2.5]],
  ['rolling-median', [1, 2, 3], [-1, 0, 1].map((score) => expect.closeTo(score / 1.4826, 6))],
] as const)('%s scores %j as %j', (method, values, scores) => {
  expect(scorers[method]([...values])).toEqual(scores);
});

test.each(methods)('%s finds a spike where it is and nothing else', (method) => {
  const spiked = wave.with(10, 60);
  const found = findAnomalies(pointsOf(spiked), { method, threshold: usualThreshold[method] });
  expect(found).toEqual([{ at: '1970-01-01T00:10:00.000Z', value: 60, score: expect.any(Number) }]);
  expect(found[0]?.score).toBeGreaterThan(usualThreshold[method]);
});

test.each(methods)('%s scores a dip below zero', (method) => {
  const found = findAnomalies(pointsOf(wave.with(10, -20)), { method, threshold: usualThreshold[method] });
  expect(found).toEqual([expect.objectContaining({ value: -20, score: expect.any(Number) })]);
  expect(found[0]?.score).toBeLessThan(0);
});

describe.each(methods)('%s', (method) => {
  const scoresOf = scorers[method];

  test('a constant series has no anomalies, whatever the threshold', () => {
    const constant = fc.tuple(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.integer({ min: 1, max: 50 }));
    fc.assert(
      fc.property(constant, ([value, length]) => {
        const points = pointsOf(new Array<number>(length).fill(value));
        expect(findAnomalies(points, { method, threshold: Number.MIN_VALUE })).toEqual([]);
      }),
    );
  });

  test('moving a series up or down does not change its scores', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -1000, max: 1000 }), (values, shift) => {
        expect(scoresOf(values.map((value) => value + shift))).toEqual(closeTo(scoresOf(values)));
      }),
    );
  });

  test('stretching a series does not change its scores; turning it over changes their sign', () => {
    fc.assert(
      fc.property(series, fc.constantFrom(-7, -1, 2, 100), (values, factor) => {
        const expected = scoresOf(values).map((score) => score * Math.sign(factor));
        expect(scoresOf(values.map((value) => value * factor))).toEqual(closeTo(expected));
      }),
    );
  });

  test('a higher threshold never finds more', () => {
    fc.assert(
      fc.property(series, fc.double({ min: 0.1, max: 10, noNaN: true }), (values, threshold) => {
        const found = (limit: number) => findAnomalies(pointsOf(values), { method, threshold: limit }).length;
        expect(found(threshold * 2)).toBeLessThanOrEqual(found(threshold));
      }),
    );
  });
});
