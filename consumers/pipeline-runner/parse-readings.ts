import type { Point } from './types.ts';

/** Reads lines of `time,value` below a header line; throws with the line number of the first one it cannot read. */
export function parseReadings(csv: string): Point[] {
  const [, ...lines] = csv.trim().split(/\r?\n/);
  return lines.map((line, index) => {
    const [at = '', value = ''] = line.split(',').map((cell) => cell.trim());
    if (Number.isNaN(Date.parse(at)) || value === '' || !Number.isFinite(Number(value))) {
      throw new Error(`Line ${index + 2} is not "time,value": ${line}`);
    }
    return { at: new Date(at).toISOString(), value: Number(value) };
  });
}
