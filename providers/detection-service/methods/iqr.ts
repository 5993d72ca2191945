import { quantile } from './statistics.ts';

/**
 * How far each value lies outside the middle half, in widths of that half (Tukey's fences); 0 inside it.
 * When the middle half is constant there is nothing to measure by, and every score is 0.
 */
export function iqrScores(values: readonly number[]): number[] {
  if (values.length === 0) return [];
  const [first, third] = [quantile(values, 0.25), quantile(values, 0.75)];
  const width = third - first;
  return values.map((value) => {
    if (width === 0) return 0;
    return (Math.min(value - first, 0) + Math.max(value - third, 0)) / width;
  });
}
