import type { Level } from '../checks/rule.ts';
import type { Location } from '../document/document-error.ts';
import type { Render } from './report.ts';
import { sectionsOf } from './sections.ts';
import { agrees, expiredText, leftUndoneText, oneLine, opinionText, repositoryPath, wholeText } from './words.ts';

const COMMANDS: Record<Level, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands of GitHub Actions, worst first: GitHub shows only the first ten of a level. */
export const renderGithub: Render = (report) => {
  const entries = sectionsOf(report.changes).flatMap((section) => section.entries);
  const lines = entries.map((entry) => {
    const at = place(report.placesOf(entry.change).near);
    return `::${COMMANDS[entry.level]} ${at}title=${property(entry.id)}::${escapeValue(wholeText(entry))}`;
  });
  for (const ignore of report.expired) {
    lines.push(`::warning ${place(ignore.location)}title=expired ignore::${escapeValue(expiredText(ignore))}`);
  }
  const { secondOpinion, leftUndone, verdict } = report;
  if (leftUndone) lines.push(`::warning title=time limit::${escapeValue(leftUndoneText(leftUndone))}`);
  if (secondOpinion && !agrees(secondOpinion, verdict))
    lines.push(`::warning title=second opinion::${escapeValue(opinionText(secondOpinion, verdict))}`);
  return lines.map((line) => `${line}\n`).join('');
};

/** What came from standard input has no file that GitHub could show. */
function place({ file, line, column }: Location): string {
  const path = repositoryPath(file);
  return path === undefined ? '' : `file=${property(path)},line=${line},col=${column},`;
}

/** GitHub reads %0A as a new line, and a raw new line as the start of another command. */
function escapeValue(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return escapeValue(oneLine(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
