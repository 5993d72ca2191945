import type { Anomaly, Dataset, Detector, Method } from '../types.ts';
import { iqrScores } from './iqr.ts';
import { rollingMedianScores } from './rolling-median.ts';
import { zScores } from './z-score.ts';

/** What a detector does when its creator does not say. */
export const usualThreshold: Record<Method, number> = { 'z-score': 3, iqr: 1.5, 'rolling-median': 3 };
export const usualWindow = 7;

type Rule = Pick<Detector, 'method' | 'threshold' | 'window'>;

/** The points whose score lies beyond the threshold, in order of time. */
export function findAnomalies(points: Dataset['points'], rule: Rule): Anomaly[] {
  const scores = scoresOf(
    points.map(({ value }) => value),
    rule,
  );
  return points.flatMap(({ at, value }, index) => {
    const score = scores[index] ?? 0;
    return Math.abs(score) > rule.threshold ? [{ at, value, score: Math.round(score * 1e4) / 1e4 }] : [];
  });
}

function scoresOf(values: number[], { method, window = usualWindow }: Rule): number[] {
  switch (method) {
    case 'z-score':
      return zScores(values);
    case 'iqr':
      return iqrScores(values);
    case 'rolling-median':
      return rollingMedianScores(values, window);
  }
}
