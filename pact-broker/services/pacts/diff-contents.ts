import { describeDifference } from '../../domain/pacts/describe-difference.ts';
import { parseFaithfully } from '../../domain/pacts/faithful-json.ts';
import { type ListedDifference, listDifferences } from '../../domain/pacts/list-differences.ts';
import type { PactContent } from '../../domain/pacts/pact-content.ts';
import { diffPacts } from '../../domain/pacts/pact-diff.ts';
import { printDifference } from '../../domain/pacts/print-diff.ts';

const MOST_DIFFERENCES = 1000;
const MOST_SENTENCES = 20;

export interface ContentsDiff {
  /** How many places differ. */
  found: number;
  /** The first of them, in the form asked for. */
  lines?: string[];
  sentences?: string[];
  differences?: ListedDifference[];
}

export interface ContentsToDiff {
  /** JSON texts. */
  before: string;
  after: string;
  as: 'lines' | 'sentences' | 'list';
}

/** Compares two contents. It takes as long as they are large: see diff-apart.ts for where that is done. */
export function diffContents({ before, after, as }: ContentsToDiff): ContentsDiff {
  const { difference, found } = diffPacts(parseFaithfully(before) as PactContent, parseFaithfully(after) as PactContent, MOST_DIFFERENCES);
  if (as === 'lines') return { found, lines: difference ? printDifference(difference) : [] };
  if (as === 'sentences') return { found, sentences: difference ? describeDifference(difference).slice(0, MOST_SENTENCES) : [] };
  const differences = difference ? listDifferences(difference) : [];
  // A number that is kept to the letter cannot leave its thread as it is.
  return { found, differences: JSON.parse(JSON.stringify(differences)) as ListedDifference[] };
}
