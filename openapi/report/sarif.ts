import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findRule } from '../checks/registry.ts';
import type { Level } from '../checks/rule.ts';
import type { Ignore } from '../config/config.ts';
import type { Location } from '../document/document-error.ts';
import { type Entry, entriesOf, fingerprintOfEntry } from './entries.ts';
import { ignoredEntries } from './ignored.ts';
import type { Render, Report } from './report.ts';
import { exampleLead, exampleText, ignoredText, jsonText, oneLine, repositoryPath, short, wholeText } from './words.ts';

const LEVELS: Record<Level, string> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0, for code scanning: results point into the revision, and ignored changes are suppressed results. */
export const renderSarif: Render = (report) => {
  const all = [...entriesOf(report.changes).map((entry) => ({ entry, by: undefined })), ...ignoredEntries(report.ignored)];
  const ids = [...new Set(all.map(({ entry }) => entry.id))].sort();
  const run = {
    tool: { driver: { name: 'Concordat', semanticVersion: '0.1.0', rules: ids.map(ruleOf) } },
    columnKind: 'utf16CodeUnits',
    results: all.map(({ entry, by }) => resultOf(entry, report, { by, ruleIndex: ids.indexOf(entry.id) })),
  };
  return `${jsonText({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, 2)}\n`;
};

function ruleOf(id: string) {
  const rule = findRule(id);
  if (!rule) return { id };
  const { means, breaks, instead, level, direction, area } = rule;
  return {
    id,
    shortDescription: { text: means },
    fullDescription: { text: `${means} ${breaks}` },
    help: { text: `${breaks} ${instead}` },
    defaultConfiguration: { level: LEVELS[level] },
    properties: { tags: ['openapi', area, ...(direction === 'none' ? [] : [direction])] },
  };
}

function resultOf(entry: Entry, { placesOf }: Report, { by, ruleIndex }: { by: Ignore | undefined; ruleIndex: number }) {
  const { change, level, id } = entry;
  const { base, revision, direction, counterExample, component } = change;
  const { near } = placesOf(change);
  const example = counterExample ? `; ${exampleLead(change, counterExample)}: ${exampleText(counterExample)}` : '';
  const logicalLocations = logical(entry);
  return {
    ruleId: id,
    ruleIndex,
    level: LEVELS[level],
    message: { text: `${wholeText(entry)}${example}` },
    locations: [{ physicalLocation: physical(near), ...(logicalLocations.length > 0 ? { logicalLocations } : {}) }],
    partialFingerprints: {
      [entry.places.length > 1 ? 'concordatGroup/v1' : 'concordatChange/v1']: fingerprintOfEntry(entry),
    },
    properties: { direction, base, revision, ...(component === null ? {} : { component: short(oneLine(component)) }) },
    ...(by ? { suppressions: [{ kind: 'external', status: 'accepted', justification: ignoredText(by) }] } : {}),
  };
}

/** A shared change is at one place of the text, and in many operations. */
function logical({ change, operations }: Entry) {
  if (change.path === null) return [];
  return operations.map((each) => ({ fullyQualifiedName: short(oneLine(each)), kind: 'function' }));
}

function physical({ file, line, column }: Location) {
  return { artifactLocation: { uri: uriOf(file) }, region: { startLine: line, startColumn: column } };
}

/** Viewers want a path even where there is none. */
function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return (repositoryPath(file) ?? 'stdin').split('/').map(encodeURIComponent).join('/');
}
