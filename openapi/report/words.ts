import type { Change, CounterExample } from '../checks/change.ts';
import type { Ignore } from '../config/config.ts';
import type { Location } from '../document/document-error.ts';
import type { SecondOpinion } from '../second-opinion/opinion.ts';
import type { Places, Report, Subject } from './report.ts';

/** Longer example values say less, not more. */
const LONGEST_EXAMPLE = 300;

/** What a document's author wrote, on one line and without what could steer a terminal or hide in a page (C0, C1, bidi). */
export function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
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
  return oneLine(said === '' ? name : `${name} (${said})`);
}

export function placeText({ file, line, column }: Location): string {
  return oneLine(`${file}:${line}:${column}`);
}

/** From where to where; one place when the change is only in one of the documents. */
export function placesText({ base, revision }: Places): string {
  return [base, revision]
    .filter((each) => each !== undefined)
    .map(placeText)
    .join(' → ');
}

export function exampleLead({ direction }: Pick<Change, 'direction'>, { of }: CounterExample): string {
  return oneLine(direction === 'response' ? `may come now, and could not before (${of})` : `was accepted, and no longer is (${of})`);
}

export function exampleText({ value }: CounterExample): string {
  const json = jsonText(value);
  return json.length > LONGEST_EXAMPLE ? `${json.slice(0, LONGEST_EXAMPLE)}…` : json;
}

export function expiredText({ expires, reason, location }: Ignore): string {
  return oneLine(`${placeText(location)}: this ignore expired on ${expires} and ignores nothing any more (${reason})`);
}

export function ignoredText({ reason, expires }: Ignore): string {
  return oneLine(expires === undefined ? reason : `${reason}; until ${expires}`);
}

/** Both verdicts when they differ; otherwise that it agrees, or why it says nothing. */
export function opinionText(opinion: SecondOpinion, verdict: Report['verdict']): string {
  const { by, verdict: theirs, silent } = opinion;
  if (theirs === undefined) return oneLine(`${by} has no opinion: ${silent}`);
  if (agrees(opinion, verdict)) return `${by} agrees: ${theirs}`;
  return `${by} disagrees: it says ${theirs}, we say ${verdict}`;
}

export function agrees({ verdict: theirs }: SecondOpinion, verdict: Report['verdict']): boolean {
  return theirs === undefined || theirs === verdict;
}
