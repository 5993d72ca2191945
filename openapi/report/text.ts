import { styleText } from 'node:util';
import type { Change } from '../checks/change.ts';
import type { Level } from '../checks/rule.ts';
import { type Group, groupByOperation, headline, plural } from './grouping.ts';
import type { Render, Report } from './report.ts';
import { agrees, exampleLead, exampleText, expiredText, ignoredText, oneLine, opinionText, placesText, subjectText } from './words.ts';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const COLOURS: Record<Level, Style> = { error: 'red', warning: 'yellow', info: 'green' };
const VERDICTS: Record<Report['verdict'], Style> = {
  breaking: ['bold', 'red'],
  unknown: ['bold', 'yellow'],
  compatible: ['bold', 'green'],
};
const INDENT = ' '.repeat(11);

/** For people at a terminal: the verdict, then the changes by operation, worst first. */
export const renderText: Render = (report, { colour = false } = {}) => {
  const paint: Paint = colour ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text;
  const groups = groupByOperation(report.changes).map((group) => groupText(group, report, paint));
  return `${[headText(report, paint), ...groups, ...notes(report, paint)].join('\n\n')}\n`;
};

function headText(report: Report, paint: Paint): string {
  return [
    paint(VERDICTS[report.verdict], headline(report)),
    paint('dim', `base       ${subjectText(report.base)}`),
    paint('dim', `revision   ${subjectText(report.revision)}`),
  ].join('\n');
}

function groupText({ title, changes }: Group, report: Report, paint: Paint): string {
  return [paint('bold', oneLine(title)), ...changes.map((change) => changeText(change, report, paint))].join('\n');
}

function changeText(change: Change, { placesOf }: Report, paint: Paint): string {
  const { level, message, id, fingerprint, counterExample } = change;
  const places = placesText(placesOf(change));
  const lines = [`  ${paint(COLOURS[level], level.padEnd(9))}${oneLine(message)}`];
  if (counterExample)
    lines.push(`${INDENT}${exampleLead(change, counterExample)}:`, `${INDENT}${paint('cyan', exampleText(counterExample))}`);
  lines.push(INDENT + paint('dim', [id, fingerprint, places].filter((each) => each !== '').join('  ')));
  return lines.join('\n');
}

function notes(report: Report, paint: Paint): string[] {
  const { ignored, expired, secondOpinion, verdict } = report;
  const found: string[] = [];
  if (ignored.length > 0)
    found.push(
      [
        `${plural(ignored.length, 'change')} ignored`,
        ...ignored.map(
          ({ change, by }) => `  ${change.id}  ${oneLine(`${change.method ?? ''} ${change.path ?? ''}`.trim())}  ${ignoredText(by)}`,
        ),
      ]
        .map((line) => paint('dim', line))
        .join('\n'),
    );
  if (expired.length > 0) found.push(expired.map((each) => paint('yellow', expiredText(each))).join('\n'));
  if (secondOpinion) {
    const lines = [
      opinionText(secondOpinion, verdict),
      ...secondOpinion.breaking.map(({ code, where }) => `  ${oneLine(`${code}  ${where}`)}`),
    ];
    found.push(agrees(secondOpinion, verdict) ? paint('dim', lines[0]!) : lines.map((line) => paint('yellow', line)).join('\n'));
  }
  return found;
}
