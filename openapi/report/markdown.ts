import type { Change } from '../checks/change.ts';
import { countsText, type Group, groupByOperation, headline, plural } from './grouping.ts';
import { code, escapeMarkdown } from './markdown-text.ts';
import type { Render, Report, Subject } from './report.ts';
import { agrees, exampleLead, exampleText, expiredText, ignoredText, opinionText, placesText } from './words.ts';

/** GitHub refuses a comment of more than 65,536 characters: what does not fit is counted instead of shown. */
const LONGEST = 60_000;
const MARKS = { breaking: '❌', unknown: '⚠️', compatible: '✅' } as const;
const LEVELS = { error: '🔴 error', warning: '🟡 warning', info: '🟢 info' } as const;

/** For the comment on a pull request: what breaks in the open, what breaks nobody folded away. */
export const renderMarkdown: Render = (report) => {
  const groups = groupByOperation(report.changes);
  const harmful = groups.filter(({ changes }) => changes[0]?.level !== 'info');
  const harmless = groups.filter(({ changes }) => changes[0]?.level === 'info');
  const parts = [`## ${MARKS[report.verdict]} ${headline(report)}`, `${named(report.base)} → ${named(report.revision)}`];
  parts.push(...fitting(harmful, report, LONGEST));
  if (harmless.length > 0) {
    const left = LONGEST - parts.join('\n\n').length;
    const kept = harmless.flatMap(({ changes }) => changes);
    const summary = `${countsText(kept)} that ${kept.length === 1 ? 'breaks' : 'break'} nobody`;
    parts.push(
      ['<details>', `<summary>${summary}</summary>`, '', fitting(harmless, report, left).join('\n\n'), '', '</details>'].join('\n'),
    );
  }
  return `${[...parts, ...notes(report)].join('\n\n')}\n`;
};

function fitting(groups: readonly Group[], report: Report, most: number): string[] {
  const parts: string[] = [];
  let length = 0;
  for (const [index, group] of groups.entries()) {
    const lines: string[] = [];
    for (const [shown, change] of group.changes.entries()) {
      const text = changeText(change, report);
      length += text.length + group.title.length + 20;
      if (length > most) {
        const left = group.changes.length - shown + groups.slice(index + 1).reduce((sum, { changes }) => sum + changes.length, 0);
        return [...parts, ...(lines.length > 0 ? [groupText(group, lines)] : []), `_${plural(left, 'more change')} did not fit here._`];
      }
      lines.push(text);
    }
    parts.push(groupText(group, lines));
  }
  return parts;
}

function groupText({ path, title }: Group, lines: readonly string[]): string {
  return [`### ${path === null ? title : code(title)}`, '', ...lines].join('\n');
}

function changeText(change: Change, { placesOf }: Report): string {
  const { level, message, id, fingerprint, counterExample } = change;
  const places = placesText(placesOf(change));
  const lines = [`- **${LEVELS[level]}** ${escapeMarkdown(message)}`];
  if (counterExample) lines.push(`  ${escapeMarkdown(exampleLead(change, counterExample))}: ${code(exampleText(counterExample))}`);
  lines.push(
    `  <sub>${[id, fingerprint, places]
      .filter((each) => each !== '')
      .map(escapeMarkdown)
      .join(' · ')}</sub>`,
  );
  return lines.join('  \n');
}

function named({ name, version }: Subject): string {
  return version === undefined || version === '' ? code(name) : `${code(name)} (${escapeMarkdown(version)})`;
}

function notes({ ignored, expired, secondOpinion, verdict }: Report): string[] {
  const found: string[] = [];
  if (ignored.length > 0) {
    const lines = ignored.map(
      ({ change, by }) =>
        `- ${code([change.id, change.method, change.path].filter(Boolean).join(' '))}: ${escapeMarkdown(ignoredText(by))}`,
    );
    found.push(
      ['<details>', `<summary>${plural(ignored.length, 'change')} ignored</summary>`, '', ...lines.slice(0, 50), '', '</details>'].join(
        '\n',
      ),
    );
  }
  if (expired.length > 0) found.push(expired.map((each) => `- ⏰ ${escapeMarkdown(expiredText(each))}`).join('\n'));
  if (secondOpinion) {
    const theirs = agrees(secondOpinion, verdict) ? [] : secondOpinion.breaking.slice(0, 20);
    const lines = theirs.map(({ code: id, where }) => `- ${code(`${id} ${where}`)}`);
    found.push([`> ${escapeMarkdown(opinionText(secondOpinion, verdict))}`, ...(lines.length > 0 ? ['', ...lines] : [])].join('\n'));
  }
  return found;
}
