import type { Change } from '../checks/change.ts';
import type { Level } from '../checks/rule.ts';
import type { IgnoredChange } from '../config/apply-config.ts';
import { groupByOperation, LEVELS } from './grouping.ts';
import type { Render, Report } from './report.ts';
import { exampleLead, exampleText, ignoredText, placesText } from './words.ts';
import { escapeXml } from './xml.ts';

/** JUnit: a suite an operation, a case a change; what is at or above `failOn` fails, what was ignored is skipped. */
export const renderJunit: Render = (report, { failOn = 'error' } = {}) => {
  const fails = ({ level }: { level: Level }) => failOn !== 'none' && LEVELS.indexOf(level) <= LEVELS.indexOf(failOn);
  const ignored = new Map(report.ignored.map((each) => [each.change, each]));
  const all = [...report.changes, ...ignored.keys()];
  const suites = groupByOperation(all).map(({ title, changes }) =>
    suite(
      title,
      changes.map((change) => testCase(change, report, { skipped: ignored.get(change), fails: fails(change) })),
      {
        failures: changes.filter((change) => !ignored.has(change) && fails(change)).length,
        skipped: changes.filter((change) => ignored.has(change)).length,
      },
    ),
  );
  if (suites.length === 0)
    suites.push(suite(report.revision.name, ['<testcase classname="openapi" name="no changes"/>'], { failures: 0, skipped: 0 }));
  const failures = report.changes.filter(fails).length;
  const head = `<testsuites name="openapi diff" tests="${Math.max(all.length, 1)}" failures="${failures}" errors="0" skipped="${ignored.size}">`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...suites, '</testsuites>', ''].join('\n');
};

function suite(title: string, cases: string[], { failures, skipped }: { failures: number; skipped: number }): string {
  const attributes = `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
  return [`  <testsuite name="${escapeXml(title)}" ${attributes}>`, ...cases.map((each) => `    ${each}`), '  </testsuite>'].join('\n');
}

function testCase(
  change: Change,
  { placesOf }: Report,
  { skipped, fails }: { skipped: IgnoredChange | undefined; fails: boolean },
): string {
  const { id, level, message, method, path, fingerprint, counterExample } = change;
  const name = `${id}: ${message} [${fingerprint}]`;
  const open = `<testcase classname="${escapeXml([method, path].filter((each) => each !== null).join(' ') || 'API')}" name="${escapeXml(name)}"`;
  if (skipped) return `${open}><skipped message="${escapeXml(ignoredText(skipped.by))}"/></testcase>`;
  if (!fails) return `${open}/>`;
  const details = [
    placesText(placesOf(change)),
    counterExample ? `${exampleLead(change, counterExample)}: ${exampleText(counterExample)}` : '',
  ];
  return `${open}><failure type="${level}" message="${escapeXml(message)}">${escapeXml(details.filter((each) => each !== '').join(' '))}</failure></testcase>`;
}
