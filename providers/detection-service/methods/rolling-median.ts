import { median } from './statistics.ts';

/** Makes the median absolute deviation comparable to a standard deviation when the values are normally distributed. */
const normalConsistency = 1.4826;

/**
 * How far each value lies from the median of the window around it, in scaled median absolute deviations (Hampel's filter).
 * At the ends the window is cut short; where it is constant but for the value, there is nothing to measure by: 0.
 */
export function rollingMedianScores(values: readonly number[], window: number): number[] {
  const reach = Math.floor(window / 2);
  return values.map((value, index) => {
    const around = values.slice(Math.max(0, index - reach), index + reach + 1);
    const centre = median(around);
    const spread = normalConsistency * median(around.map((each) => Math.abs(each - centre)));
    return spread === 0 ? 0 : (value - centre) / spread;
  });
}
