import type { Change } from '../checks/change.ts';
import { isAboutVersion } from '../checks/version-rules.ts';
import { type Entry, entriesOf } from './entries.ts';
import { changeAsJson } from './json.ts';
import { code, escapeMarkdown } from './markdown-text.ts';
import type { Report, Subject } from './report.ts';
import { entryText, jsonText, oneLine, short, usesText } from './words.ts';

/** One step of an API's history. */
export type ChangelogStep = Pick<Report, 'base' | 'revision' | 'verdict' | 'changes'>;

const SECTIONS = [
  { title: 'Breaking', holds: ({ level }: Change) => level === 'error' },
  { title: 'May break', holds: ({ level }: Change) => level === 'warning' },
  { title: 'Deprecated', holds: ({ id, level }: Change) => level === 'info' && /deprecated|sunset/.test(id) && !id.includes('removed') },
  { title: 'Added', holds: ({ id, level }: Change) => level === 'info' && /added|^new-/.test(id) },
  { title: 'Removed', holds: ({ id, level }: Change) => level === 'info' && /^(api|webhook|callback)-.*removed/.test(id) },
  { title: 'Changed', holds: ({ level }: Change) => level === 'info' },
] as const;

interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** Each change is told once, in the first section that holds it; what the version should have been is no news for whoever uses the API. */
function sectionsOf(changes: readonly Change[]): Section[] {
  let left = changes.filter((change) => !isAboutVersion(change));
  return SECTIONS.flatMap(({ title, holds }) => {
    const held = left.filter(holds);
    left = left.filter((change) => !holds(change));
    return held.length > 0 ? [{ title, entries: entriesOf(held) }] : [];
  });
}

function heading({ version, name }: Subject): string {
  return oneLine(version === undefined || version === '' ? name : version);
}

function apiTitle(steps: readonly ChangelogStep[]): string {
  return oneLine(steps.at(-1)?.revision.title ?? 'API');
}

/** The component or the operation, and what changed there. */
function partsOf(entry: Entry): [where: string, what: string] {
  const { shared, change, operations } = entry;
  if (shared) return [short(change.component ?? ''), `${short(change.says)}, ${usesText(entry)}`];
  return [change.path === null ? '' : short(operations[0]!), entryText(entry)];
}

/** What changed for whoever uses the API, newest step first; `steps` are oldest first. */
export function changelogMarkdown(steps: readonly ChangelogStep[]): string {
  const parts = steps.toReversed().map(({ revision, changes }) => {
    const sections = sectionsOf(changes).map(({ title, entries }) => `### ${title}\n\n${entries.map(markdownLine).join('\n')}`);
    return [`## ${escapeMarkdown(heading(revision))}`, ...(sections.length > 0 ? sections : ['No changes to the API.'])].join('\n\n');
  });
  return `${[`# Changes to ${escapeMarkdown(apiTitle(steps))}`, ...parts].join('\n\n')}\n`;
}

function markdownLine(entry: Entry): string {
  const [where, what] = partsOf(entry);
  return `- ${where === '' ? '' : `${code(where)} `}${escapeMarkdown(what)}`;
}

export function changelogText(steps: readonly ChangelogStep[]): string {
  const parts = steps.toReversed().map(({ base, revision, changes }) => {
    const sections = sectionsOf(changes).map(({ title, entries }) => `  ${title}\n${entries.map(textLine).join('\n')}`);
    return [`${heading(revision)} (since ${heading(base)})`, ...(sections.length > 0 ? sections : ['  No changes to the API.'])].join('\n');
  });
  return `${[`Changes to ${apiTitle(steps)}`, ...parts].join('\n\n')}\n`;
}

function textLine(entry: Entry): string {
  const [where, what] = partsOf(entry);
  return `    ${oneLine(where === '' ? what : `${where}: ${what}`)}`;
}

export function changelogJson(steps: readonly ChangelogStep[]): string {
  const releases = steps
    .toReversed()
    .map(({ base, revision, verdict, changes }) => ({ base, revision, verdict, changes: changes.map(changeAsJson) }));
  return `${jsonText({ title: apiTitle(steps), releases }, 2)}\n`;
}
