import { PacticipantNotFound } from '../../domain/errors.ts';
import { countResults, deployable } from '../../domain/matrix/deployable.ts';
import { explain } from '../../domain/matrix/explain.ts';
import { DEFAULT_LIMIT, type MatrixQuery } from '../../domain/matrix/matrix-query.ts';
import { hasSuccess, inOrder, isIgnored, type MatrixRow } from '../../domain/matrix/matrix-row.ts';
import { isSelectorIgnored, missingVersions } from '../../domain/matrix/missing-versions.ts';
import type { Notice } from '../../domain/notice.ts';
import type { Db } from '../../storage/database.ts';
import { findPacticipant } from '../../storage/pacticipants.ts';
import { findVersionDetails, type VersionDetails } from '../../storage/version-details.ts';
import { together } from '../together.ts';
import { findCircumstances } from './find-circumstances.ts';
import { findIntegrationsAsked, findRowsOfHistory, findRowsTowardTarget, findUnanswered } from './find-rows.ts';
import { resolveQuestion } from './resolve-question.ts';

export interface MatrixAnswer {
  deployable: boolean | null;
  counts: { success: number; failed: number; unknown: number };
  /** How many rows were left out of the answer because the asker said so; undefined where nothing was to be left out. */
  ignored: number | undefined;
  notices: Notice[];
  /** Those that are considered, then those that are ignored. */
  rows: MatrixRow[];
  /** Branches, tags and environments of the versions in the rows. */
  details: Map<number, VersionDetails>;
}

/** Answers what works with what, and whether it may be deployed. Throws ValidationFailed for names that do not exist. */
export async function answerMatrix(db: Db, query: MatrixQuery): Promise<MatrixAnswer> {
  const [asked, integrations] = await together([resolveQuestion(db, query), findIntegrationsAsked(db, query)]);
  const { rows: found, cutShort } = query.target
    ? { rows: await findRowsTowardTarget(db, query, query.target, asked), cutShort: false }
    : await findRowsOfHistory(db, query, asked, integrations);
  const [ignored, considered] = split(found.sort(inOrder), (row) => isIgnored(row, query.ignore));
  const [ignoredMissing, missing] = split(missingVersions(asked.selected), ({ selector }) => isSelectorIgnored(selector, query.ignore));
  const evidence = { missing, rows: considered, unanswered: await findUnanswered(db, query, asked, found) };
  const shown = [...considered, ...ignored.map((row): MatrixRow => ({ ...row, ignored: true }))].filter((row) =>
    hasSuccess(row, query.success),
  );
  const [circumstances, details] = await together([
    findCircumstances(db, query, { ...evidence, ignored, ignoredMissing, cutShort }),
    findVersionDetails(db, versionsOf(shown)),
  ]);
  return {
    deployable: deployable(evidence),
    counts: countResults(evidence),
    ignored: query.ignore.length > 0 ? ignored.length : undefined,
    notices: explain(query, evidence, circumstances),
    rows: shown,
    details,
  };
}

/** What is true of, and the rest. */
const split = <T>(all: T[], is: (one: T) => boolean): [T[], T[]] => [all.filter(is), all.filter((one) => !is(one))];

const versionsOf = (rows: MatrixRow[]): number[] => [
  ...new Set(
    rows.flatMap((row) => [row.consumer_version_id, ...(row.verification_id === null ? [] : [row.provider_version_id as number])]),
  ),
];

/** The matrix of one integration. Throws PacticipantNotFound. */
export async function answerIntegrationMatrix(db: Db, consumer: string, provider: string): Promise<MatrixAnswer> {
  for (const name of [consumer, provider]) if (!(await findPacticipant(db, name))) throw new PacticipantNotFound(name);
  const selectors = [{ pacticipant: consumer }, { pacticipant: provider }];
  return answerMatrix(db, { selectors, target: undefined, latestBy: undefined, success: [], ignore: [], limit: DEFAULT_LIMIT });
}
