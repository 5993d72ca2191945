import type { Level } from '../checks/rule.ts';
import type { Ignore } from '../config/config.ts';
import { type Entry, entriesOf, fingerprintOfEntry } from './entries.ts';
import { ignoredEntries } from './ignored.ts';
import type { Render, Report } from './report.ts';
import { LEVELS, sectionsOfEntries } from './sections.ts';
import { entryText, exampleLead, exampleText, ignoredText, placesText, short, usesText } from './words.ts';
import { escapeXml } from './xml.ts';

/** JUnit: a suite for each component and operation, a case an entry; what is at or above `failOn` fails, what was ignored is skipped. */
export const renderJunit: Render = (report, { failOn = 'error' } = {}) => {
  const fails = ({ level }: { level: Level }) => failOn !== 'none' && LEVELS.indexOf(level) <= LEVELS.indexOf(failOn);
  const entries = entriesOf(report.changes);
  const skipped = new Map(ignoredEntries(report.ignored).map(({ entry, by }) => [entry, by]));
  const suites = sectionsOfEntries([...entries, ...skipped.keys()]).map((section) =>
    suite(
      section.title,
      section.entries.map((entry) => testCase(entry, report, { title: section.title, skipped: skipped.get(entry), fails: fails(entry) })),
      {
        failures: section.entries.filter((entry) => !skipped.has(entry) && fails(entry)).length,
        skipped: section.entries.filter((entry) => skipped.has(entry)).length,
      },
    ),
  );
  if (suites.length === 0)
    suites.push(suite(report.revision.name, ['<testcase classname="openapi" name="no changes"/>'], { failures: 0, skipped: 0 }));
  const tests = Math.max(entries.length + skipped.size, 1);
  const head = `<testsuites name="openapi diff" tests="${tests}" failures="${entries.filter(fails).length}" errors="0" skipped="${skipped.size}">`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...suites, '</testsuites>', ''].join('\n');
};

function suite(title: string, cases: string[], { failures, skipped }: { failures: number; skipped: number }): string {
  const attributes = `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
  return [`  <testsuite name="${escapeXml(short(title))}" ${attributes}>`, ...cases.map((each) => `    ${each}`), '  </testsuite>'].join(
    '\n',
  );
}

interface Case {
  readonly title: string;
  readonly skipped: Ignore | undefined;
  readonly fails: boolean;
}

function testCase(entry: Entry, { placesOf }: Report, { title, skipped, fails }: Case): string {
  const { id, level, shared, change } = entry;
  const name = `${id}: ${entryText(entry)} [${fingerprintOfEntry(entry)}]`;
  const open = `<testcase classname="${escapeXml(short(title))}" name="${escapeXml(name)}"`;
  if (skipped) return `${open}><skipped message="${escapeXml(ignoredText(skipped))}"/></testcase>`;
  if (!fails) return `${open}/>`;
  const details = [
    placesText(placesOf(change)),
    shared ? usesText(entry) : '',
    change.counterExample ? `${exampleLead(change, change.counterExample)}: ${exampleText(change.counterExample)}` : '',
  ];
  const said = details
    .filter((each) => each !== '')
    .map(escapeXml)
    .join('\n');
  return `${open}><failure type="${level}" message="${escapeXml(entryText(entry))}">${said}</failure></testcase>`;
}
