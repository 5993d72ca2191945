import type { Level } from '../checks/rule.ts';
import type { Entry } from './entries.ts';
import { code, escapeMarkdown } from './markdown-text.ts';
import type { Report } from './report.ts';
import { type Section, sectionsOfEntries } from './sections.ts';
import { entryText, exampleLead, exampleText, metaTexts, short, usesText } from './words.ts';

const MARKS: Record<Level, string> = { error: '🔴', warning: '🟡', info: '🟢' };

/** The entries of one level as Markdown of at most `most` characters: in full, or else each on a line; what still does not fit is cut. */
export function fitting(entries: readonly Entry[], report: Report, most: number): { lines: string[]; cut: readonly Entry[] } {
  const full = filled(entries, most, (entry) => fullText(entry, report));
  return full.cut.length === 0 ? full : filled(entries, most, briefText);
}

function filled(entries: readonly Entry[], most: number, textOf: (entry: Entry) => string): { lines: string[]; cut: readonly Entry[] } {
  const lines: string[] = [];
  const sections = sectionsOfEntries(entries);
  const shown = new Set<Entry>();
  let left = most;
  for (const section of sections) {
    const heading = headingOf(section, lines.length > 0);
    let asked = heading.length + 1;
    for (const entry of section.entries) {
      const text = textOf(entry);
      asked += text.length + 1;
      if (asked > left) return { lines, cut: entries.filter((each) => !shown.has(each)) };
      left -= asked;
      lines.push(...(entry === section.entries[0] ? [heading, text] : [text]));
      shown.add(entry);
      asked = 0;
    }
  }
  return { lines, cut: [] };
}

/** A heading of Markdown would shout: there is one for each operation. */
function headingOf({ kind, title }: Section, follows: boolean): string {
  const name = kind === 'api' ? title : code(short(title));
  return `${follows ? '\n' : ''}**${kind === 'component' ? `Component ${name}` : name}**\n`;
}

function fullText(entry: Entry, { placesOf }: Report): string {
  const { level, shared, change } = entry;
  const { counterExample } = change;
  const lines = [`- ${MARKS[level]} ${escapeMarkdown(entryText(entry))}`];
  if (shared) lines.push(`  ${escapeMarkdown(usesText(entry))}`);
  if (counterExample) lines.push(`  ${escapeMarkdown(exampleLead(change, counterExample))}: ${code(exampleText(counterExample))}`);
  lines.push(`  <sub>${metaTexts(entry, placesOf).map(escapeMarkdown).join(' · ')}</sub>`);
  return lines.join('  \n');
}

function briefText(entry: Entry): string {
  const { level, shared } = entry;
  const uses = shared ? `, ${usesText(entry)}` : '';
  return `- ${MARKS[level]} ${escapeMarkdown(`${short(entryText(entry), 200)}${short(uses, 100)}`)} <sub>${entry.id}</sub>`;
}
