import type { Level } from '../checks/rule.ts';
import { type Count, countsText } from './counts.ts';
import type { Entry } from './entries.ts';
import { LEVELS } from './sections.ts';

const MARKS: Record<Level, string> = { error: '🔴 error', warning: '🟡 warning', info: '🟢 info' };

/** Rows that are shown, and characters of one: a table is an overview. */
const MOST_ROWS = 25;
const ROW = 100;

/** What changed by rule, worst and most frequent first, in about `most` characters. */
export function rulesTable(entries: readonly Entry[], most: number): string {
  const shown = Math.min(MOST_ROWS, Math.floor(most / ROW));
  const rules = [...Map.groupBy(entries, ({ level, id }) => `${level} ${id}`).values()].sort(
    ([a, ...more], [b, ...others]) => LEVELS.indexOf(a!.level) - LEVELS.indexOf(b!.level) || others.length - more.length,
  );
  const rest = countsText(rules.slice(shown).flat());
  const rows = rules.slice(0, shown).map((each) => rowOf(each));
  return ['| | Rule | Changes | Places |', '|:--|:--|--:|--:|', ...rows, ...(rest === '' ? [] : [`| | other rules: ${rest} | | |`])].join(
    '\n',
  );
}

function rowOf(entries: readonly Entry[]): string {
  const { level, id } = entries[0]!;
  const count: Count = { entries: entries.length, places: entries.reduce((sum, { places }) => sum + places.length, 0) };
  return `| ${MARKS[level]} | ${id} | ${count.entries.toLocaleString('en')} | ${count.places.toLocaleString('en')} |`;
}
