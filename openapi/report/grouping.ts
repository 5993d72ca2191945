import type { Change } from '../checks/change.ts';
import type { Level } from '../checks/rule.ts';
import type { Report } from './report.ts';

export const LEVELS: readonly Level[] = ['error', 'warning', 'info'];

const rank = ({ level }: Pick<Change, 'level'>) => LEVELS.indexOf(level);

/** The changes of one operation, worst first. */
export interface Group {
  /** Null for what is in no operation. */
  readonly method: string | null;
  readonly path: string | null;
  readonly title: string;
  readonly changes: readonly Change[];
}

/** By operation; the operation with the worst change comes first, and equals stay in the order of the document. */
export function groupByOperation(changes: readonly Change[]): Group[] {
  const byTitle = Map.groupBy(changes, titleOf);
  return [...byTitle]
    .map(([title, group]) => ({
      title,
      method: group[0]!.method,
      path: group[0]!.path,
      changes: group.toSorted((a, b) => rank(a) - rank(b)),
    }))
    .sort((a, b) => rank(a.changes[0]!) - rank(b.changes[0]!));
}

function titleOf({ method, path }: Change): string {
  if (path === null) return 'The API as a whole';
  return method === null ? path : `${method} ${path}`;
}

export function countByLevel(changes: readonly Pick<Change, 'level'>[]): Record<Level, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { level } of changes) counts[level]++;
  return counts;
}

/** `2 errors, 1 warning`; empty when there is nothing. */
export function countsText(changes: readonly Pick<Change, 'level'>[]): string {
  const counts = countByLevel(changes);
  return LEVELS.filter((level) => counts[level] > 0)
    .map((level) => plural(counts[level], level))
    .join(', ');
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The verdict as a sentence begins with it. */
export function verdictText({ verdict, changes }: Pick<Report, 'verdict' | 'changes'>): string {
  if (changes.length === 0) return 'No changes';
  return { breaking: 'Breaking', unknown: 'May break: the documents alone cannot tell', compatible: 'Compatible' }[verdict];
}

/** `Breaking: 2 errors, 1 warning`. */
export function headline(report: Report): string {
  const counts = countsText(report.changes);
  return counts === '' ? verdictText(report) : `${verdictText(report)} (${counts})`;
}
