import { mean, standardDeviation } from './statistics.ts';

/** How many standard deviations each value lies from the mean. */
export function zScores(values: readonly number[]): number[] {
  if (values.length === 0) return [];
  const centre = mean(values);
  const spread = standardDeviation(values);
  return values.map((value) => (spread === 0 ? 0 : (value - centre) / spread));
}
