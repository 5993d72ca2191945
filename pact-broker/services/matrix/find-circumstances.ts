import type { Circumstances, ReportedResult } from '../../domain/matrix/circumstances.ts';
import type { MatrixEvidence } from '../../domain/matrix/deployable.ts';
import { isHistory } from '../../domain/matrix/explain.ts';
import type { MatrixQuery, VersionSelector } from '../../domain/matrix/matrix-query.ts';
import type { MatrixRow } from '../../domain/matrix/matrix-row.ts';
import { didYouMean } from '../../domain/nearest-name.ts';
import { readTestResults } from '../../domain/verifications/test-results.ts';
import type { Db } from '../../storage/database.ts';
import { findMarkNames } from '../../storage/mark-names.ts';
import { findPacticipantsNamed } from '../../storage/pacticipants.ts';
import { findShortReports } from '../../storage/short-reports.ts';
import { together } from '../together.ts';
import { findSlips } from './find-slips.ts';

/** A person who is told of twenty failures in detail reads none. */
const MOST_REPORTS = 20;

/** What helps to understand an answer. Nothing is looked up for one that speaks for itself. */
export async function findCircumstances(
  db: Db,
  query: MatrixQuery,
  { missing, rows, ...apart }: Pick<MatrixEvidence, 'missing' | 'rows'> & Pick<Circumstances, 'ignored' | 'ignoredMissing' | 'cutShort'>,
): Promise<Circumstances> {
  const selectors = missing.map(({ selector }) => selector);
  const [reports, withoutMainBranch, slips, suggestions] = await together([
    findReports(db, isHistory(query) ? [] : rows),
    findWithoutMainBranch(db, query, { selectors, rows }),
    findSlips(db, query, rows),
    findSuggestions(db, selectors),
  ]);
  return { ...apart, reports, withoutMainBranch, slips, suggestions };
}

async function findReports(db: Db, rows: MatrixRow[]): Promise<Circumstances['reports']> {
  const telling = rows.filter(({ success, untested }) => success === 0 || untested > 0);
  const ids = telling.flatMap(({ verification_id }) => verification_id ?? []).slice(0, MOST_REPORTS);
  const found = ids.length === 0 ? [] : await findShortReports(db, ids);
  return new Map(
    [...found].map(([id, { report, untested }]): [number, ReportedResult] => [
      id,
      { interactions: readTestResults(report.testResults), untested },
    ]),
  );
}

async function findWithoutMainBranch(
  db: Db,
  { target }: MatrixQuery,
  { selectors, rows }: { selectors: VersionSelector[]; rows: MatrixRow[] },
): Promise<string[]> {
  const missing = selectors.filter(({ mainBranch }) => mainBranch).map(({ pacticipant }) => pacticipant);
  const unmet = target?.kind === 'main-branch' ? rows.filter((row) => row.provider_version === null).map(({ provider }) => provider) : [];
  const names = [...new Set([...missing, ...unmet])];
  const found = names.length === 0 ? [] : await findPacticipantsNamed(db, names);
  return found.filter(({ main_branch }) => main_branch === null).map(({ name }) => name);
}

/** For a branch or tag that a pacticipant does not have, the one it has that was probably meant. */
async function findSuggestions(db: Db, selectors: VersionSelector[]): Promise<Circumstances['suggestions']> {
  const suggestions: Circumstances['suggestions'] = new Map();
  for (const selector of selectors) {
    const { pacticipant, branch, tag } = selector;
    const texts = [];
    if (branch !== undefined) texts.push(didYouMean(branch, await findMarkNames(db, { kind: 'branch', pacticipant })));
    if (tag !== undefined) texts.push(didYouMean(tag, await findMarkNames(db, { kind: 'tag', pacticipant })));
    suggestions.set(selector, texts.join(''));
  }
  return suggestions;
}
