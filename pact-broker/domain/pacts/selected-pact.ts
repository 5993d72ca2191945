import { comparing } from '../ordering.ts';

/** Why a pact was selected, as a few words and with what they are about. */
export interface SelectionReason {
  /** Completes "the pact is …", such as "latest from main branch". */
  short: string;
  consumerVersion: string;
}

/** A publication that a selector found. */
export interface Selected {
  consumer: string;
  consumer_version_id: number;
  consumer_version: string;
  pact_version_id: number;
  sha: string;
  reason: string;
}

/** One content to verify, however often it was selected. */
export interface PactToVerify {
  consumer: string;
  pactVersionId: number;
  sha: string;
  /** The newest of the selected consumer versions. */
  consumerVersion: string;
  consumerVersionId: number;
  reasons: SelectionReason[];
}

/** Each content once, with all reasons, ordered by consumer and version. */
export function mergeSelected(selected: Selected[]): PactToVerify[] {
  const byContent = new Map<number, PactToVerify>();
  for (const row of selected) {
    const pact = byContent.get(row.pact_version_id) ?? begin(row);
    byContent.set(row.pact_version_id, pact);
    const reason = { short: row.reason, consumerVersion: row.consumer_version };
    if (!pact.reasons.some(({ short, consumerVersion }) => short === reason.short && consumerVersion === reason.consumerVersion)) {
      pact.reasons.push(reason);
    }
    if (row.consumer_version_id > pact.consumerVersionId) {
      pact.consumerVersionId = row.consumer_version_id;
      pact.consumerVersion = row.consumer_version;
    }
  }
  return [...byContent.values()].sort(
    comparing(
      (p) => p.consumer,
      (p) => p.consumerVersionId,
    ),
  );
}

const begin = (row: Selected): PactToVerify => ({
  consumer: row.consumer,
  pactVersionId: row.pact_version_id,
  sha: row.sha,
  consumerVersion: row.consumer_version,
  consumerVersionId: row.consumer_version_id,
  reasons: [],
});

/** All reasons in a few words, each once. */
export const shortDescription = ({ reasons }: PactToVerify): string => [...new Set(reasons.map(({ short }) => short))].join(', ');
