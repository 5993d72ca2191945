import type { Level } from '../checks/rule.ts';
import { countsText, countText, headline } from './counts.ts';
import { type Entry, entriesOf } from './entries.ts';
import { fitting } from './markdown-entries.ts';
import { notesMarkdown } from './markdown-notes.ts';
import { rulesTable } from './markdown-table.ts';
import { code, escapeMarkdown } from './markdown-text.ts';
import type { Render, Report, Subject } from './report.ts';
import { LEVELS } from './sections.ts';
import { short } from './words.ts';

/** GitHub refuses a comment of more than 65,536 characters: what does not fit is counted instead of shown. */
const LONGEST = 60_000;
/** Less than this holds no report. */
const SHORTEST = 3_000;
/** Kept for the sentence that counts what was left out, and for what folds a level. */
const RESERVE = 600;
const MARKS = { breaking: '❌', unknown: '⚠️', compatible: '✅' } as const;
const TITLES: Record<Level, string> = { error: 'Errors', warning: 'Warnings', info: 'Infos' };

/** For the comment on a pull request: the verdict and the rules, all errors, then warnings, and folded away what breaks nobody. */
export const renderMarkdown: Render = (report, { longest: asked = LONGEST } = {}) => {
  const longest = Math.max(SHORTEST, asked);
  const entries = entriesOf(report.changes);
  const head = [`## ${MARKS[report.verdict]} ${headline(report)}`, `${named(report.base)} → ${named(report.revision)}`];
  if (entries.length > 1) head.push(rulesTable(entries, longest / 6));
  const notes = notesMarkdown(report, longest / 10);
  let left = longest - RESERVE - [...head, ...notes].join('\n\n').length;
  const parts: string[] = [];
  const cut: Entry[] = [];
  for (const level of LEVELS) {
    const told = levelMarkdown(
      level,
      entries.filter((entry) => entry.level === level),
      { report, most: left },
    );
    // Once something is left out, nothing milder is told.
    left = told.cut.length > 0 ? 0 : left - told.text.length - 2;
    if (told.text !== '') parts.push(told.text);
    cut.push(...told.cut);
  }
  if (cut.length > 0) parts.push(`_Left out for lack of room: ${countsText(cut)}. The formats html and json hold them all._`);
  return `${[...head, ...parts, ...notes].join('\n\n')}\n`;
};

function levelMarkdown(level: Level, entries: readonly Entry[], { report, most }: { report: Report; most: number }) {
  const all = countText({ entries: entries.length, places: entries.reduce((sum, { places }) => sum + places.length, 0) }, level);
  const opening =
    level === 'info'
      ? `<details>\n<summary>${all} that ${entries.length === 1 ? 'breaks' : 'break'} nobody</summary>\n\n`
      : `### ${TITLES[level]}\n\n`;
  const closing = level === 'info' ? '\n\n</details>' : '';
  const { lines, cut } = fitting(entries, report, most - opening.length - closing.length);
  return { text: lines.length === 0 ? '' : `${opening}${lines.join('\n')}${closing}`, cut };
}

function named({ name, version }: Subject): string {
  return version === undefined || version === ''
    ? code(short(name, 200))
    : `${code(short(name, 200))} (${escapeMarkdown(short(version, 100))})`;
}
