import { styleText } from 'node:util';
import type { Level } from '../checks/rule.ts';
import { headline } from './counts.ts';
import type { Entry } from './entries.ts';
import { ignoredEntries, ignoredHeadline } from './ignored.ts';
import { passedText } from './passed.ts';
import type { Render, Report } from './report.ts';
import { type Section, sectionsOf } from './sections.ts';
import {
  agrees,
  entryText,
  exampleLead,
  exampleText,
  expiredText,
  ignoredText,
  leftUndoneText,
  metaTexts,
  oneLine,
  opinionText,
  short,
  subjectText,
  usesText,
  wholeText,
} from './words.ts';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const COLOURS: Record<Level, Style> = { error: 'red', warning: 'yellow', info: 'green' };
const VERDICTS: Record<Report['verdict'], Style> = {
  breaking: ['bold', 'red'],
  unknown: ['bold', 'yellow'],
  compatible: ['bold', 'green'],
};
const INDENT = ' '.repeat(11);

/** For people at a terminal: the verdict, then the changes by component and operation, worst first. */
export const renderText: Render = (report, { colour = false, failOn } = {}) => {
  const paint: Paint = colour ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text;
  const sections = sectionsOf(report.changes).map((section) => sectionText(section, report, paint));
  const passed = failOn === undefined ? undefined : passedText(report.changes, failOn);
  const last = passed === undefined ? [] : [paint('yellow', passed)];
  return `${[headText(report, paint), ...sections, ...notes(report, paint), ...last].join('\n\n')}\n`;
};

function headText(report: Report, paint: Paint): string {
  return [
    paint(VERDICTS[report.verdict], headline(report)),
    paint('dim', `base       ${subjectText(report.base)}`),
    paint('dim', `revision   ${subjectText(report.revision)}`),
  ].join('\n');
}

function sectionText({ kind, title, entries }: Section, report: Report, paint: Paint): string {
  const heading = `${kind === 'component' ? 'component ' : ''}${short(oneLine(title))}`;
  return [paint('bold', heading), ...entries.map((entry) => changeText(entry, report, paint))].join('\n');
}

function changeText(entry: Entry, { placesOf }: Report, paint: Paint): string {
  const { level, shared, change } = entry;
  const lines = [`  ${paint(COLOURS[level], level.padEnd(9))}${entryText(entry)}`];
  if (shared) lines.push(INDENT + usesText(entry));
  if (change.counterExample)
    lines.push(`${INDENT}${exampleLead(change, change.counterExample)}:`, `${INDENT}${paint('cyan', exampleText(change.counterExample))}`);
  lines.push(INDENT + paint('dim', metaTexts(entry, placesOf).join('  ')));
  return lines.join('\n');
}

function notes(report: Report, paint: Paint): string[] {
  const { ignored, expired, secondOpinion, leftUndone, verdict } = report;
  const found: string[] = leftUndone ? [paint('yellow', leftUndoneText(leftUndone))] : [];
  if (ignored.length > 0) {
    const entries = ignoredEntries(ignored).map(({ entry, by }) => `  ${entry.id}  ${wholeText(entry)}  ${ignoredText(by)}`);
    found.push([ignoredHeadline(ignored), ...entries].map((line) => paint('dim', line)).join('\n'));
  }
  if (expired.length > 0) found.push(expired.map((each) => paint('yellow', expiredText(each))).join('\n'));
  if (secondOpinion) {
    const lines = [
      opinionText(secondOpinion, verdict),
      ...secondOpinion.breaking.map(({ code, where }) => `  ${short(oneLine(`${code}  ${where}`))}`),
    ];
    found.push(agrees(secondOpinion, verdict) ? paint('dim', lines[0]!) : lines.map((line) => paint('yellow', line)).join('\n'));
  }
  return found;
}
