/** Measured from the first value, so that a constant series has exactly that mean, not one that rounding moved. */
export function mean(values: readonly number[]): number {
  const origin = values[0];
  if (origin === undefined) throw new RangeError('the mean of no values');
  return origin + values.reduce((sum, value) => sum + (value - origin), 0) / values.length;
}

/** Of the whole population: the series is all there is, not a sample. */
export function standardDeviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
}

/** With linear interpolation between neighbours (Hyndman and Fan's type 7, as in NumPy and R); `fraction` from 0 to 1. */
export function quantile(values: readonly number[], fraction: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * fraction;
  const lower = sorted[Math.floor(position)];
  const upper = sorted[Math.ceil(position)];
  if (lower === undefined || upper === undefined) throw new RangeError('a quantile of no values');
  return lower + (upper - lower) * (position % 1);
}

export const median = (values: readonly number[]) => quantile(values, 0.5);
