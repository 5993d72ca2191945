import type { Change } from '../checks/change.ts';
import type { Level } from '../checks/rule.ts';
import { type Entry, entriesOf } from './entries.ts';
import type { Report } from './report.ts';
import { LEVELS } from './sections.ts';

export interface Count {
  readonly entries: number;
  readonly places: number;
}

export function countByLevel(entries: readonly Entry[]): Record<Level, Count> {
  const counts = { error: none(), warning: none(), info: none() };
  for (const { level, places } of entries) {
    counts[level].entries++;
    counts[level].places += places.length;
  }
  return counts;
}

const none = () => ({ entries: 0, places: 0 });

/** `2 errors at 41 places, 1 warning`: places are named where there are more of them than entries; empty when there is nothing. */
export function countsText(entries: readonly Entry[]): string {
  const counts = countByLevel(entries);
  return LEVELS.filter((level) => counts[level].entries > 0)
    .map((level) => countText(counts[level], level))
    .join(', ');
}

export function countText({ entries, places }: Count, noun: string): string {
  return `${plural(entries, noun)}${places > entries ? ` at ${plural(places, 'place')}` : ''}`;
}

export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** The verdict as a sentence begins with it. */
export function verdictText({ verdict, changes }: { verdict: Report['verdict']; changes: readonly Change[] }): string {
  if (changes.length === 0) return 'No changes';
  return { breaking: 'Breaking', unknown: 'May break: the documents alone cannot tell', compatible: 'Compatible' }[verdict];
}

/** `Breaking (2 errors, 1 warning)`. */
export function headline(report: Report): string {
  const counts = countsText(entriesOf(report.changes));
  return counts === '' ? verdictText(report) : `${verdictText(report)} (${counts})`;
}
