import type { Level } from '../checks/rule.ts';
import type { Location } from '../document/document-error.ts';
import { groupByOperation } from './grouping.ts';
import type { Render } from './report.ts';
import { agrees, expiredText, oneLine, opinionText, repositoryPath } from './words.ts';

const COMMANDS: Record<Level, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands of GitHub Actions, worst first: GitHub shows only the first ten of a level. */
export const renderGithub: Render = (report) => {
  const changes = groupByOperation(report.changes).flatMap((group) => group.changes);
  const lines = changes.map((change) => {
    const message = oneLine(`${[change.method, change.path].filter((each) => each !== null).join(' ')}: ${change.message}`).replace(
      /^: /,
      '',
    );
    return `::${COMMANDS[change.level]} ${place(report.placesOf(change).near)}title=${property(change.id)}::${escapeValue(message)}`;
  });
  for (const ignore of report.expired) {
    lines.push(`::warning ${place(ignore.location)}title=expired ignore::${escapeValue(expiredText(ignore))}`);
  }
  const { secondOpinion, verdict } = report;
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
