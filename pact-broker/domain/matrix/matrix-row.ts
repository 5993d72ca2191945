import { comparing } from '../ordering.ts';

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
  sha: string;
  published_at: string;
  revision: number;
  verification_id: number | null;
  success: 0 | 1 | null;
  verified_at: string | null;
  ignored?: true;
}

/**
 * The rows toward a target, in order. What one asked-about pacticipant has with another counts by the versions asked about: a
 * provider's other versions in the target do not count. A pact of which none counts stands once, without a provider version.
 * Where several versions of a provider are in the target (it may be deployed in several instances), each has its row: a yes
 * must hold for all of them.
 */
export function rowsTowardTarget(rows: MatrixRow[], asked: { pacticipantIds: number[]; versionIds: number[] }): MatrixRow[] {
  const counts = (pacticipantId: number, versionId: number) =>
    !asked.pacticipantIds.includes(pacticipantId) || asked.versionIds.includes(versionId);
  const met: MatrixRow[] = [];
  const unmet = new Map<string, MatrixRow>();
  for (const row of rows) {
    if (!counts(row.consumer_id, row.consumer_version_id)) continue;
    if (row.provider_version_id !== null && counts(row.provider_id, row.provider_version_id)) met.push(row);
    else unmet.set(pactOf(row), row);
  }
  for (const row of met) unmet.delete(pactOf(row));
  return [...met, ...[...unmet.values()].map(withoutProviderVersion)].sort(newestFirst);
}

const pactOf = (row: MatrixRow): string => `${row.consumer_version_id} ${row.provider_id}`;

const withoutProviderVersion = (row: MatrixRow): MatrixRow => ({
  ...row,
  provider_version_id: null,
  provider_version: null,
  verification_id: null,
  success: null,
  verified_at: null,
});

const newestFirst = comparing<MatrixRow>(
  (row) => row.consumer,
  (row) => -row.consumer_version_id,
  (row) => row.provider,
  (row) => -(row.provider_version_id ?? 0),
);

/** Whether a row is about what the asker wants left out of the answer. */
export function isIgnored(row: MatrixRow, ignore: { pacticipant: string; version?: string }[]): boolean {
  return ignore.some(
    ({ pacticipant, version }) =>
      (row.consumer === pacticipant && (version === undefined || row.consumer_version === version)) ||
      (row.provider === pacticipant && (version === undefined || row.provider_version === version)),
  );
}

/** Whether a row has one of these results; null is whatever has not succeeded. */
export const hasSuccess = (row: MatrixRow, wanted: (boolean | null)[]): boolean =>
  wanted.some((success) => (success === null ? row.success !== 1 : row.success === (success ? 1 : 0)));
