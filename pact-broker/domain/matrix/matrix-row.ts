/** A pact of a consumer version, and what one provider version made of it; nulls where nobody that counts has verified it. */
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
  /** Numbers of the provider versions in the target that have not verified this pact. */
  awaiting?: string[];
  ignored?: true;
}

export interface TargetVersion {
  pacticipant_id: number;
  version_id: number;
  number: string;
}

/**
 * Names, for each pact, the target's provider versions that have not verified it. Where others in the target have (several
 * instances of a provider may be deployed), the pact gets one more row without a result: a yes must hold for all of them.
 */
export function addAwaited(rows: MatrixRow[], targets: TargetVersion[]): MatrixRow[] {
  const verified = new Set(rows.map((row) => `${row.sha} ${row.consumer_version_id} ${row.provider_version_id}`));
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const pact = `${row.consumer_version_id} ${row.provider_id}`;
    if (seen.has(pact)) return [row];
    seen.add(pact);
    const awaiting = targets
      .filter((t) => t.pacticipant_id === row.provider_id && !verified.has(`${row.sha} ${row.consumer_version_id} ${t.version_id}`))
      .map(({ number }) => number);
    if (awaiting.length === 0) return [row];
    const unverified = {
      ...row,
      provider_version_id: null,
      provider_version: null,
      verification_id: null,
      success: null,
      verified_at: null,
      awaiting,
    };
    return row.success === null ? [unverified] : [row, unverified];
  });
}

/** Whether a row is about what the asker wants left out of the answer. */
export function isIgnored(row: MatrixRow, ignore: { pacticipant: string; version?: string }[]): boolean {
  return ignore.some(
    ({ pacticipant, version }) =>
      (row.consumer === pacticipant && (version === undefined || row.consumer_version === version)) ||
      (row.provider === pacticipant && (version === undefined || row.provider_version === version)),
  );
}
