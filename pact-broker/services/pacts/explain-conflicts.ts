import { DiffTooLarge, type PactConflict } from '../../domain/pacts/errors.ts';
import type { Db } from '../../storage/database.ts';
import { findPactContent } from '../../storage/pacts.ts';
import { diffApart } from './diff-apart.ts';

/** Content that differs from what is there, as it was found within a transaction. JSON texts are made where they are looked at. */
export interface ContentConflict {
  provider: string;
  unmergeable: string[];
  before: { pactVersionId: number } | { json: () => string };
  after: () => string;
}

/** Ends the transaction that publishes. What differs is worked out after it, so that nobody waits for its locks. */
export class ContentsConflict extends Error {
  readonly conflicts: ContentConflict[];
  constructor(conflicts: ContentConflict[]) {
    super('other content is there already');
    this.conflicts = conflicts;
  }
}

const MOST_EXPLAINED = 3;
/** Of all of them together: who publishes learns at once that it was refused, and of large pacts maybe not why. */
const LONGEST_MS = 2_000;

/** What differs in the first of several conflicts; nothing for the others, and for those that take too long to be compared. */
export async function explainConflicts(
  db: Db,
  conflicts: ContentConflict[],
  version: Pick<PactConflict, 'consumer' | 'version'>,
): Promise<PactConflict[]> {
  const end = performance.now() + LONGEST_MS;
  const explained: PactConflict[] = [];
  for (const [index, conflict] of conflicts.entries()) {
    const { provider, unmergeable } = conflict;
    const within = Math.ceil(end - performance.now());
    const difference = index < MOST_EXPLAINED && within > 0 ? await differenceOf(db, conflict, within) : 'not looked at';
    explained.push({ ...version, provider, unmergeable, difference });
  }
  return explained;
}

async function differenceOf(db: Db, conflict: ContentConflict, within: number): Promise<PactConflict['difference']> {
  const before = 'json' in conflict.before ? conflict.before.json() : await findPactContent(db, conflict.before.pactVersionId);
  // Deleted since.
  if (before === undefined) return 'not looked at';
  try {
    const { found, sentences = [] } = await diffApart({ before, after: conflict.after(), as: 'sentences' }, { within });
    return { found, sentences };
  } catch (error) {
    if (error instanceof DiffTooLarge) return 'too large';
    throw error;
  }
}
