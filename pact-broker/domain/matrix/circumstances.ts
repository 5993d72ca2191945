import type { InteractionResult } from '../verifications/test-results.ts';
import type { VersionSelector } from './matrix-query.ts';
import type { MatrixRow } from './matrix-row.ts';

/** What changes no verdict, and helps to understand it. */
export interface Circumstances {
  /** Rows that the asker wants left out. */
  ignored: MatrixRow[];
  /** Selectors that mean no version, which the asker wants left out. */
  ignoredMissing: { selector: VersionSelector }[];
  /** Whether there may be more rows than the limit let be judged. */
  cutShort: boolean;
  /** By the id of a result, what its verifier reported; not of all, where there are many. */
  reports: Map<number, ReportedResult>;
  /** Pacticipants that have no main branch, where one was asked for. */
  withoutMainBranch: string[];
  /** Warnings of names in the question that mean nothing. */
  slips: string[];
  /** What may have been meant by selectors that mean no version. */
  suggestions: Map<VersionSelector, string>;
}

export interface ReportedResult {
  interactions: InteractionResult[];
  /** Interactions of the pact of which no result was told. */
  untested: string[];
}
