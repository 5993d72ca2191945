import type { Change, Verdict } from '../checks/change.ts';
import type { Level } from '../checks/rule.ts';
import type { IgnoredChange } from '../config/apply-config.ts';
import type { Ignore } from '../config/config.ts';
import type { LeftUndone } from '../diff-documents.ts';
import type { Excerpt } from '../document/document.ts';
import type { Location } from '../document/document-error.ts';
import type { SecondOpinion } from '../second-opinion/opinion.ts';

/** How a report names one of the two documents. */
export interface Subject {
  /** The file, `<stdin>` or `git:REV:path`. */
  readonly name: string;
  readonly title?: string | undefined;
  /** The version that the API gives itself. */
  readonly version?: string | undefined;
}

/** Where a change stands; `near` is the place in the revision that an annotation can point at, also for what was removed. */
export interface Places {
  readonly base?: Location | undefined;
  readonly revision?: Location | undefined;
  readonly near: Location;
}

/** The text around a change, on the sides that have it. */
export interface Excerpts {
  readonly base?: Excerpt | undefined;
  readonly revision?: Excerpt | undefined;
}

/** All that a format may say about a diff. */
export interface Report {
  readonly base: Subject;
  readonly revision: Subject;
  readonly verdict: Verdict;
  readonly changes: readonly Change[];
  readonly ignored: readonly IgnoredChange[];
  readonly expired: readonly Ignore[];
  readonly secondOpinion?: SecondOpinion | undefined;
  /** What the time limit cut off. */
  readonly leftUndone?: LeftUndone | undefined;
  readonly placesOf: (change: Change) => Places;
  readonly excerptsOf: (change: Change) => Excerpts;
}

export interface RenderOptions {
  /** ANSI colours, for a terminal. */
  readonly colour?: boolean;
  /** From which level on a change counts as a failure (in JUnit, and in the last line of the text). */
  readonly failOn?: Level | 'none';
  /** Characters of Markdown at most; 60,000 when not given, and not less than 3,000. */
  readonly longest?: number;
}

/** The text of a whole report, in one format. */
export type Render = (report: Report, options?: RenderOptions) => string;
