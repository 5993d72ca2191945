import type { LatestBy } from './matrix-query.ts';
import { latestBy, type MatrixRow } from './matrix-row.ts';

/** A version that a question names by its number. */
export interface NamedVersion {
  pacticipantId: number;
  id: number;
  number: string;
}

export interface AskedVersions {
  pacticipantIds: number[];
  named: NamedVersion[];
  latestBy: LatestBy | undefined;
}

/**
 * The rows that count toward a target. A yes must hold for each version of a provider that is in the target, and for each that is named,
 * where several are: none stands for another, and one that has not verified has a row without a result.
 */
export function rowsTowardTarget(rows: MatrixRow[], { pacticipantIds, named, latestBy: by }: AskedVersions): MatrixRow[] {
  const once = [...new Map(named.map((version) => [version.id, version])).values()];
  const several = new Map([...Map.groupBy(once, ({ pacticipantId }) => pacticipantId)].filter(([, versions]) => versions.length > 1));
  const withTarget = rows.filter((row) => !pacticipantIds.includes(row.provider_id));
  const withAsked = rows.filter((row) => pacticipantIds.includes(row.provider_id));
  const pacts = Map.groupBy(
    withAsked.filter((row) => several.has(row.provider_id)),
    (row) => `${row.consumer_version_id} ${row.provider_id}`,
  );
  const withSeveral = [...pacts.values()].flatMap((pact) => withEach(pact, several.get((pact[0] as MatrixRow).provider_id) ?? []));
  const withOne = withAsked.filter((row) => !several.has(row.provider_id));
  return [...latestBy(withOne, by), ...withSeveral, ...withTarget];
}

const withEach = (pact: MatrixRow[], versions: NamedVersion[]): MatrixRow[] =>
  versions.map(
    ({ id, number }) =>
      pact.find((row) => row.provider_version_id === id) ?? {
        ...(pact[0] as MatrixRow),
        provider_version_id: id,
        provider_version: number,
        verification_id: null,
        success: null,
        verified_at: null,
        untested: 0,
      },
  );
