import { ignoredEntries, ignoredHeadline } from './ignored.ts';
import type { Report } from './report.ts';
import { agrees, expiredText, ignoredText, leftUndoneText, opinionText, short, wholeText } from './words.ts';
import { breakable, escapeXml as text } from './xml.ts';

/** What is told beside the changes: ignores that expired, another checker's view, and what was ignored. */
export function notesHtml({ ignored, expired, secondOpinion, leftUndone, verdict }: Report): string {
  const parts: string[] = [];
  if (leftUndone) parts.push(`<aside class="attention"><p>${text(leftUndoneText(leftUndone))}</p></aside>`);
  if (expired.length > 0)
    parts.push(
      `<aside class="attention"><h2>Expired ignores</h2><ul>${expired.map((each) => `<li>${text(expiredText(each))}</li>`).join('')}</ul></aside>`,
    );
  if (secondOpinion) {
    const agreed = agrees(secondOpinion, verdict);
    const theirs = agreed
      ? ''
      : `<ul>${secondOpinion.breaking.map(({ code, where }) => `<li><code>${text(short(code))}</code> ${breakable(short(where))}</li>`).join('')}</ul>`;
    parts.push(
      `<aside class="${agreed ? '' : 'attention'}"><h2>Second opinion</h2><p>${text(opinionText(secondOpinion, verdict))}</p>${theirs}</aside>`,
    );
  }
  if (ignored.length > 0) {
    const rows = ignoredEntries(ignored).map(
      ({ entry, by }) => `<li><code>${text(entry.id)}</code> ${breakable(wholeText(entry))}<br>${text(ignoredText(by))}</li>`,
    );
    parts.push(`<aside><details><summary>${ignoredHeadline(ignored)}</summary><ul>${rows.join('')}</ul></details></aside>`);
  }
  return parts.join('\n');
}
