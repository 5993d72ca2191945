import { comparing } from '../ordering.ts';
import type { LatestBy } from './matrix-query.ts';

/**
 * A pact of a consumer version, and what one provider version made of it. Without a result, the provider version is the one in
 * the target that is to verify it, or null where there is none.
 */
export interface MatrixRow {
  consumer_id: number;
  consumer: string;
  consumer_version_id: number;
  consumer_version: string;
  provider_id: number;
  provider: string;
  provider_version_id: number | null;
  provider_version: string | null;
  publication_id: number;
  sha: string;
  published_at: string;
  revision: number;
  verification_id: number | null;
  success: 0 | 1 | null;
  /** Of how many interactions of the pact the result tells nothing. */
  untested: number;
  verified_at: string | null;
  ignored?: true;
}

/** When a row last changed: when its pact was published or its result, whichever came later. */
const lastAction = ({ published_at, verified_at }: MatrixRow): string =>
  verified_at !== null && verified_at > published_at ? verified_at : published_at;

/** What happened last comes first, as a limit cuts rows. */
const byNewestAction = (a: MatrixRow, b: MatrixRow): number => {
  const [one, other] = [lastAction(a), lastAction(b)];
  if (one !== other) return one < other ? 1 : -1;
  return (b.verification_id ?? 0) - (a.verification_id ?? 0) || b.publication_id - a.publication_id;
};

/** The order in which rows are shown: consumers by name, newest version first, then providers likewise. */
export const inOrder = comparing<MatrixRow>(
  (row) => row.consumer,
  (row) => -row.consumer_version_id,
  (row) => row.provider,
  (row) => -(row.provider_version_id ?? 0),
  (row) => -(row.verification_id ?? 0),
);

const KEYS: Record<LatestBy, (row: MatrixRow) => string> = {
  cvpv: (row) => `${row.consumer_version_id} ${row.provider_id} ${row.provider_version_id}`,
  cvp: (row) => `${row.consumer_version_id} ${row.provider_id}`,
  cp: (row) => `${row.consumer_id} ${row.provider_id}`,
};

/**
 * Of the rows of a pact (`cvp`), or of a consumer with a provider (`cp`), the one that counts: that of the newest provider version, and of
 * such rows the one in which something happened last. A pact that was published after all that, and has no result, counts before them.
 */
export function latestBy(rows: MatrixRow[], by: LatestBy | undefined): MatrixRow[] {
  if (by === undefined) return rows;
  return [...Map.groupBy(rows.toSorted(byNewestAction), KEYS[by]).values()].map((group) => {
    const [newest] = group as [MatrixRow];
    return newest.verification_id === null ? newest : (group.toSorted(byProviderVersion)[0] as MatrixRow);
  });
}

const byProviderVersion = (a: MatrixRow, b: MatrixRow) => (b.provider_version_id ?? 0) - (a.provider_version_id ?? 0);

/** Whether a row is about what the asker wants left out of the answer. */
export function isIgnored(row: MatrixRow, ignore: { pacticipant: string; version?: string }[]): boolean {
  return ignore.some(
    ({ pacticipant, version }) =>
      (row.consumer === pacticipant && (version === undefined || row.consumer_version === version)) ||
      (row.provider === pacticipant && (version === undefined || row.provider_version === version)),
  );
}

/** Whether a row has one of these results, of which null is whatever has not succeeded; where none are wanted, it may have any. */
export const hasSuccess = (row: MatrixRow, wanted: (boolean | null)[]): boolean =>
  wanted.length === 0 || wanted.some((success) => (success === null ? row.success !== 1 : row.success === (success ? 1 : 0)));
