import { ignoredEntries, ignoredHeadline } from './ignored.ts';
import { code, escapeMarkdown } from './markdown-text.ts';
import type { Report } from './report.ts';
import { agrees, expiredText, ignoredText, leftUndoneText, opinionText, short, wholeText } from './words.ts';

/** What is told beside the changes: ignores, those that expired, and another checker's view; each list of at most `most` characters. */
export function notesMarkdown({ ignored, expired, secondOpinion, leftUndone, verdict }: Report, most: number): string[] {
  const found: string[] = leftUndone ? [`⏱ ${escapeMarkdown(leftUndoneText(leftUndone))}`] : [];
  if (ignored.length > 0) {
    const lines = ignoredEntries(ignored).map(
      ({ entry, by }) =>
        `- ${code(entry.id)} ${escapeMarkdown(short(wholeText(entry), 200))} (${escapeMarkdown(short(ignoredText(by), 200))})`,
    );
    found.push(['<details>', `<summary>${ignoredHeadline(ignored)}</summary>`, '', ...listed(lines, most), '', '</details>'].join('\n'));
  }
  if (expired.length > 0)
    found.push(
      listed(
        expired.map((each) => `- ⏰ ${escapeMarkdown(short(expiredText(each), 300))}`),
        most,
      ).join('\n'),
    );
  if (secondOpinion) {
    const theirs = agrees(secondOpinion, verdict) ? [] : secondOpinion.breaking;
    const lines = listed(
      theirs.map(({ code: id, where }) => `- ${code(short(`${id} ${where}`, 300))}`),
      most,
    );
    found.push(
      [`> ${escapeMarkdown(short(opinionText(secondOpinion, verdict), 300))}`, ...(lines.length > 0 ? ['', ...lines] : [])].join('\n'),
    );
  }
  return found;
}

function listed(lines: readonly string[], most: number): string[] {
  const shown: string[] = [];
  let left = most;
  for (const line of lines) {
    left -= line.length + 1;
    if (left < 0) break;
    shown.push(line);
  }
  return shown.length < lines.length ? [...shown, `- and ${(lines.length - shown.length).toLocaleString('en')} more`] : shown;
}
