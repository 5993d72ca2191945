import { countByLevel, countsText, countText, verdictText } from './counts.ts';
import { type Entry, entriesOf } from './entries.ts';
import { entryHtml } from './html-entry.ts';
import { indexHtml } from './html-index.ts';
import { notesHtml } from './html-notes.ts';
import { rulesHtml } from './html-rules.ts';
import { STYLE } from './html-style.ts';
import { titleHtml } from './html-title.ts';
import type { Render, Report, Subject } from './report.ts';
import { LEVELS, type Section, sectionsOfEntries } from './sections.ts';
import { short } from './words.ts';
import { escapeXml as text } from './xml.ts';

/** With more than so many entries, the lines around a change are folded away. */
const FEW = 40;

/** One page with everything in it: no script, nothing fetched; it can be mailed or kept as a build artifact. */
export const renderHtml: Render = (report) => {
  const entries = entriesOf(report.changes);
  const sections = sectionsOfEntries(entries);
  const open = entries.length <= FEW;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(short(`${verdictText(report)}: ${report.revision.title ?? report.revision.name}`, 200))}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${header(report, entries)}
${entries.length > 0 ? filters(entries) : ''}
${sections.length > 1 ? indexHtml(sections) : ''}
${sections.map((section, index) => sectionHtml(section, report, { index, open })).join('\n')}
${rulesHtml(entries)}
${notesHtml(report)}
</main>
</body>
</html>
`;
};

function header(report: Report, entries: readonly Entry[]): string {
  const title = report.revision.title ?? report.base.title ?? 'API changes';
  const counts = countsText(entries);
  return `<header class="${report.verdict}">
<p class="eyebrow">OpenAPI changes</p>
<h1>${text(short(title))}</h1>
<p class="verdict">${text(verdictText(report))}</p>${counts === '' ? '' : `\n<p class="counts">${text(counts)}</p>`}
<dl>${subject('Base', report.base)}${subject('Revision', report.revision)}</dl>
</header>`;
}

function subject(label: string, { name, version }: Subject): string {
  return `<div><dt>${label}</dt><dd>${version ? `<b>${text(short(version))}</b> ` : ''}<code>${text(short(name))}</code></dd></div>`;
}

/** Checkboxes that hide a level by CSS alone. */
function filters(entries: readonly Entry[]): string {
  const counts = countByLevel(entries);
  const chips = LEVELS.filter((level) => counts[level].entries > 0).map(
    (level) =>
      `<label class="chip ${level}"><input type="checkbox" id="show-${level}" checked> ${countText({ ...counts[level], places: 0 }, level)}</label>`,
  );
  return `<fieldset class="filters"><legend>Show</legend>${chips.join('')}</fieldset>`;
}

function sectionHtml(section: Section, report: Report, { index, open }: { index: number; open: boolean }): string {
  const levels = [...new Set(section.entries.map(({ level }) => level))].map((level) => `has-${level}`).join(' ');
  return `<section id="s${index}" class="${levels}">
<h2>${titleHtml(section)}</h2>
<ul>
${section.entries.map((entry) => entryHtml(entry, report, open)).join('\n')}
</ul>
</section>`;
}
