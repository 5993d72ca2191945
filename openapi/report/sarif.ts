import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Change } from '../checks/change.ts';
import { findRule } from '../checks/registry.ts';
import type { Level } from '../checks/rule.ts';
import type { Ignore } from '../config/config.ts';
import type { Location } from '../document/document-error.ts';
import type { Render, Report } from './report.ts';
import { exampleLead, exampleText, ignoredText, jsonText, oneLine, repositoryPath } from './words.ts';

const LEVELS: Record<Level, string> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0, for code scanning: results point into the revision, and ignored changes are suppressed results. */
export const renderSarif: Render = (report) => {
  const all = [...report.changes.map((change) => ({ change, by: undefined })), ...report.ignored];
  const ids = [...new Set(all.map(({ change }) => change.id))].sort();
  const run = {
    tool: { driver: { name: 'Concordat', semanticVersion: '0.1.0', rules: ids.map(ruleOf) } },
    columnKind: 'utf16CodeUnits',
    results: all.map(({ change, by }) => resultOf(change, report, { by, ruleIndex: ids.indexOf(change.id) })),
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

function resultOf(change: Change, { placesOf }: Report, { by, ruleIndex }: { by: Ignore | undefined; ruleIndex: number }) {
  const { id, level, method, path, message, fingerprint, base, revision, direction, counterExample } = change;
  const { near } = placesOf(change);
  const example = counterExample ? `. ${exampleLead(change, counterExample)}: ${exampleText(counterExample)}` : '';
  const operation = [method, path].filter((each) => each !== null).join(' ');
  return {
    ruleId: id,
    ruleIndex,
    level: LEVELS[level],
    message: { text: oneLine(`${operation}${operation === '' ? '' : ': '}${message}${example}`) },
    locations: [
      {
        physicalLocation: physical(near),
        ...(operation === '' ? {} : { logicalLocations: [{ fullyQualifiedName: oneLine(operation), kind: 'function' }] }),
      },
    ],
    partialFingerprints: { 'concordatChange/v1': fingerprint },
    properties: { direction, base, revision },
    ...(by ? { suppressions: [{ kind: 'external', status: 'accepted', justification: ignoredText(by) }] } : {}),
  };
}

function physical({ file, line, column }: Location) {
  return { artifactLocation: { uri: uriOf(file) }, region: { startLine: line, startColumn: column } };
}

/** Viewers want a path even where there is none. */
function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return (repositoryPath(file) ?? 'stdin').split('/').map(encodeURIComponent).join('/');
}
