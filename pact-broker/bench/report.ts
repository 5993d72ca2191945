import { styleText } from 'node:util';
import type { CleaningMeasurement } from './cleaning.ts';
import type { Measurement } from './measure.ts';

export interface Part {
  size: string;
  database: string;
  measurements: Measurement[];
}

const HEADINGS = ['question', 'clients', 'p50 ms', 'p99 ms', 'per second', 'cpu ms', 'of bare', 'bar ms', '', 'reference ms'];

/** What was asked of one store, as a table. */
export function describePart({ size, database, measurements }: Part): string {
  const rows = measurements.map(({ question, connections, outcome, processorTime, bare, bar, reference }) => [
    question,
    String(connections),
    outcome.p50.toFixed(2),
    outcome.p99.toFixed(2),
    outcome.perSecond.toFixed(0),
    processorTime?.toFixed(2) ?? '',
    (outcome.perSecond / bare.perSecond).toFixed(2),
    connections === 1 ? String(bar) : '',
    verdict(connections === 1 && outcome.p50 > bar, outcome.statuses),
    connections === 1 && reference ? [...new Set(reference)].join('–') : '',
  ]);
  const widths = HEADINGS.map((heading, column) => Math.max(heading.length, ...rows.map((row) => (row[column] as string).length)));
  const line = (cells: string[]) => cells.map((cell, column) => pad(cell, widths[column] as number, column)).join('  ');
  return [styleText('bold', `Size ${size} on ${database}`), line(HEADINGS), ...rows.map(line)].join('\n');
}

const pad = (cell: string, width: number, column: number) => (column === 0 || column === 8 ? cell.padEnd(width) : cell.padStart(width));

function verdict(tooSlow: boolean, statuses: Record<string, number>): string {
  const failed = Object.entries(statuses).filter(([status]) => !status.startsWith('2'));
  if (failed.length > 0) return `failed: ${failed.map(([status, count]) => `${count} × ${status}`).join(', ')}`;
  return tooSlow ? 'over' : 'ok';
}

/** How the gate's p50 with one client grows from the smallest store to each larger one. */
export function describeGrowth(parts: Part[]): string {
  const lines: string[] = [];
  for (const { size, database, measurements } of parts) {
    const smallest = parts.find((part) => part.database === database);
    if (!smallest || smallest.size === size) continue;
    for (const { question, connections, outcome } of measurements) {
      const before = smallest.measurements.find((m) => m.question === question && m.connections === connections);
      if (before && connections === 1)
        lines.push(
          `${question} on ${database}: p50 at ${size} is ${(outcome.p50 / before.outcome.p50).toFixed(2)} × that at ${smallest.size}`,
        );
    }
  }
  return lines.join('\n');
}

/** What a clean-up costs those who ask meanwhile. */
export function describeCleaning(measurements: CleaningMeasurement[]): string {
  return measurements
    .map(({ question, connections, quiet, cleaning, deletedPerSecond }) => {
      const compared = (name: 'p50' | 'p99') =>
        `${name} ${quiet[name].toFixed(2)} → ${cleaning[name].toFixed(2)} ms (${(cleaning[name] / quiet[name]).toFixed(2)} ×)`;
      const clients = `${connections} ${connections === 1 ? 'client' : 'clients'}`;
      return `${question} while cleaning up, ${clients}: ${compared('p50')}, ${compared('p99')}, ${deletedPerSecond.toFixed(0)} versions deleted a second`;
    })
    .join('\n');
}
