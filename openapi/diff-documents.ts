import { type Change, type Verdict, verdictOf } from './checks/change.ts';
import { checkDocuments } from './checks/check-documents.ts';
import type { Document } from './document/document.ts';
import { DocumentError } from './document/document-error.ts';
import { Budget } from './schema/budget.ts';

export interface DiffOptions {
  /** The day that sunset dates are compared with, as YYYY-MM-DD; today when not given. */
  readonly today?: string;
  /** Days that must lie between deprecating something and its sunset; none when not given. */
  readonly deprecationDays?: number;
  /** Counter-examples that are looked for at most; 500 when not given. Each costs a search of about a millisecond. */
  readonly counterExamples?: number;
  /** Seconds of processor time after which no more questions are answered and no more examples looked for; none when not given. */
  readonly timeLimit?: number;
}

/** What was left undone because the time limit was reached. */
export interface LeftUndone {
  /** Comparisons of schemas; each is told as a warning. */
  readonly questions: number;
  readonly examples: number;
}

export interface DiffResult {
  readonly verdict: Verdict;
  /** In the order of the base's operations, then what is new; changes of the document as a whole come first, of its version last. */
  readonly changes: readonly Change[];
  /** Absent when the time was enough. */
  readonly leftUndone?: LeftUndone;
}

/** What changed from base to revision, and whether it breaks anyone. Throws DocumentError when a part cannot be read. */
export function diffDocuments(base: Document, revision: Document, options: DiffOptions = {}): DiffResult {
  const { today = new Date().toISOString().slice(0, 10), deprecationDays = 0, counterExamples = 500 } = options;
  const budget = new Budget(options.timeLimit);
  try {
    const changes = checkDocuments(base, revision, { today, deprecationDays, counterExamples, budget });
    const { questionsLeft: questions, examplesLeft: examples } = budget;
    return { verdict: verdictOf(changes), changes, ...(questions + examples > 0 ? { leftUndone: { questions, examples } } : {}) };
  } catch (error) {
    // A stack that runs out is a document that refers to itself deeper than anyone can follow.
    if (error instanceof RangeError)
      throw new DocumentError('too-deep', 'the schemas refer to each other too deeply', { file: revision.file, line: 1, column: 1 });
    throw error;
  }
}
