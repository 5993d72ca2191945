import type { Change, CounterExample } from '../checks/change.ts';
import type { Ignore } from '../config/config.ts';
import type { LeftUndone } from '../diff-documents.ts';
import type { Location } from '../document/document-error.ts';
import type { SecondOpinion } from '../second-opinion/opinion.ts';
import { plural } from './counts.ts';
import { type Entry, fingerprintOfEntry } from './entries.ts';
import type { Places, Report, Subject } from './report.ts';
import { nameOf } from './sections.ts';

/** Longer example values say less, not more. */
const LONGEST_EXAMPLE = 300;
/** A message is read; a name of 10,000 characters in it is not. */
const LONGEST_MESSAGE = 500;
const LONGEST_NAME = 200;
/** Operations of a shared change that are named; the rest is counted. */
const NAMED = 3;

/** What a document's author wrote, on one line and without what could steer a terminal or hide in a page (C0, C1, bidi). */
export function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

/** At most so many characters; what is longer ends with an ellipsis. A character outside of the basic plane is not cut in half. */
export function short(text: string, most = LONGEST_MESSAGE): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** JSON that can be shown in a terminal: the control characters that JSON itself lets through are escaped as well. */
export function jsonText(value: unknown, indent?: number): string {
  const json = JSON.stringify(value, null, indent) ?? String(value);
  return json.replaceAll(
    /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The path of a file as a repository has it: `git:main:openapi.yaml` is openapi.yaml; undefined for standard input. */
export function repositoryPath(file: string): string | undefined {
  if (file === '<stdin>') return undefined;
  return (/^git:[^:]*:(.*)$/s.exec(file)?.[1] ?? file).replaceAll('\\', '/');
}

export function subjectText({ name, title, version }: Subject): string {
  const said = [title, version].filter((each) => each !== undefined && each !== '').join(' ');
  return oneLine(said === '' ? short(name) : `${short(name)} (${short(said, LONGEST_NAME)})`);
}

export function placeText({ file, line, column }: Location): string {
  return oneLine(`${short(file)}:${line}:${column}`);
}

/** From where to where; one place when the change is only in one of the documents. */
export function placesText({ base, revision }: Places): string {
  return [base, revision]
    .filter((each) => each !== undefined)
    .map(placeText)
    .join(' → ');
}

export function exampleLead({ direction }: Pick<Change, 'direction'>, { of }: CounterExample): string {
  const what = short(of, LONGEST_NAME);
  return oneLine(direction === 'response' ? `may come now, and could not before (${what})` : `was accepted, and no longer is (${what})`);
}

export function exampleText({ value }: CounterExample): string {
  return short(jsonText(value), LONGEST_EXAMPLE);
}

export function expiredText({ expires, reason, location }: Ignore): string {
  return oneLine(`${placeText(location)}: this ignore expired on ${expires} and ignores nothing any more (${short(reason)})`);
}

export function ignoredText({ reason, expires }: Ignore): string {
  return oneLine(expires === undefined ? short(reason) : `${short(reason)}; until ${expires}`);
}

/** What an entry says under the heading of its component or operation. */
export function entryText({ shared, change, places }: Entry): string {
  if (shared) return oneLine(short(withinComponent(change)));
  const more = places.length > 1 ? ` (and at ${plural(places.length - 1, 'more place')} of this operation)` : '';
  return oneLine(`${short(change.message)}${more}`);
}

/** The place within the component, unless the message names it itself: `spec.replicas: the maximum was lowered`. */
function withinComponent(change: Change): string {
  const { component, says } = change;
  const way = (component ?? '').slice(nameOf(change).length).replace(/^\./, '');
  const last = /[^.]+$/.exec(way)?.[0] ?? '';
  const rest = last !== '' && says.includes(`property ${last} `) ? way.slice(0, -last.length).replace(/\.$/, '') : way;
  return rest === '' ? says : `${rest}: ${says}`;
}

/** The same where nothing stands above it: with the component or the operation. */
export function wholeText(entry: Entry): string {
  const { shared, change, operations } = entry;
  if (shared) return oneLine(`${short(`${change.component}: ${change.says}`)}, ${usesText(entry)}`);
  return oneLine(change.path === null ? entryText(entry) : `${short(operations[0]!, LONGEST_NAME)}: ${entryText(entry)}`);
}

/** Where a shared change shows: `in responses of 26 operations: GET /a, GET /b, POST /c and 23 more`. */
export function usesText({ change, operations, places }: Entry): string {
  const named = operations.slice(0, NAMED).map((each) => short(each, LONGEST_NAME));
  const rest = operations.length > NAMED ? ` and ${(operations.length - NAMED).toLocaleString('en')} more` : '';
  const side = { request: 'requests of ', response: 'responses of ', none: '' }[change.direction];
  const count = places.length > operations.length ? ` (${plural(places.length, 'place')})` : '';
  return oneLine(`in ${side}${plural(operations.length, 'operation')}${count}: ${named.join(', ')}${rest}`);
}

/** What stands in small under an entry: the rule, what an ignore can name, and where it is written. */
export function metaTexts(entry: Entry, placesOf: Report['placesOf']): string[] {
  const { id, change } = entry;
  const texts = [id, fingerprintOfEntry(entry), change.component === null ? '' : short(change.component, LONGEST_NAME)];
  return [...texts, placesText(placesOf(change))].filter((each) => each !== '').map(oneLine);
}

/** Both verdicts when they differ; otherwise that it agrees, or why it says nothing. */
export function opinionText(opinion: SecondOpinion, verdict: Report['verdict']): string {
  const { by, verdict: theirs, silent } = opinion;
  if (theirs === undefined) return oneLine(`${by} has no opinion: ${short(silent ?? '')}`);
  if (agrees(opinion, verdict)) return oneLine(`${by} agrees: ${theirs}`);
  return oneLine(`${by} disagrees: it says ${theirs}, we say ${verdict}`);
}

export function agrees({ verdict: theirs }: SecondOpinion, verdict: Report['verdict']): boolean {
  return theirs === undefined || theirs === verdict;
}

/** What the time limit cut off, and what to do about it. */
export function leftUndoneText({ questions, examples }: LeftUndone): string {
  const parts = [
    questions > 0 ? `${plural(questions, 'comparison')} ${questions === 1 ? 'was' : 'were'} left undecided` : '',
    examples > 0 ? `${plural(examples, 'example')} ${examples === 1 ? 'was' : 'were'} not looked for` : '',
  ];
  return `the time limit was reached: ${parts.filter((part) => part !== '').join(', ')}; --time-limit gives more`;
}
