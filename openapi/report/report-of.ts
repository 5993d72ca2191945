import type { Change } from '../checks/change.ts';
import type { Applied } from '../config/apply-config.ts';
import type { LeftUndone } from '../diff-documents.ts';
import type { Document, Excerpt } from '../document/document.ts';
import type { Location } from '../document/document-error.ts';
import type { SecondOpinion } from '../second-opinion/opinion.ts';
import type { Excerpts, Places, Report, Subject } from './report.ts';

/** Lines that are shown before and after a change. */
const CONTEXT = 3;

interface Compared extends Applied {
  readonly base: Document;
  readonly revision: Document;
  readonly secondOpinion?: SecondOpinion | undefined;
  readonly leftUndone?: LeftUndone | undefined;
}

/** A report on two documents; where the changes stand is looked up when a format asks. */
export function reportOf({ base, revision, verdict, changes, ignored, expired, secondOpinion, leftUndone }: Compared): Report {
  const placesOf = (change: Change): Places => {
    const after = change.revision === null ? undefined : locate(revision, change.revision);
    const near = after ?? locate(revision, withoutFile(change.base ?? '')) ?? { file: revision.file, line: 1, column: 1 };
    return { base: change.base === null ? undefined : locate(base, change.base), revision: after, near };
  };
  const excerptsOf = (change: Change): Excerpts => ({
    base: change.base === null ? undefined : excerpt(base, change.base),
    revision: change.revision === null ? undefined : excerpt(revision, change.revision),
  });
  const subjects = { base: subject(base), revision: subject(revision) };
  return { ...subjects, verdict, changes, ignored, expired, secondOpinion, leftUndone, placesOf, excerptsOf };
}

function subject({ file, title, apiVersion }: Document): Subject {
  return { name: file, title, version: apiVersion };
}

/** A place that cannot be found spoils no report: the change is still told, only without a line. */
function locate(document: Document, pointer: string): Location | undefined {
  try {
    return document.locate(pointer);
  } catch {
    return undefined;
  }
}

function excerpt(document: Document, pointer: string): Excerpt | undefined {
  try {
    return document.excerpt(pointer, CONTEXT);
  } catch {
    return undefined;
  }
}

function withoutFile(pointer: string): string {
  return pointer.startsWith('/') ? pointer : '';
}
