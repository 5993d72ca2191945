import type { Metrics } from '../../services/metrics/read-metrics.ts';
import { wireTime } from './time.ts';

const time = (iso: string | null) => (iso === null ? null : wireTime(iso));

export const representMetrics = ({ counts, interactions, messages, revisions, results }: Metrics) => ({
  interactions: {
    latestInteractionsCount: interactions,
    latestMessagesCount: messages,
    latestInteractionsAndMessagesCount: interactions + messages,
  },
  pacticipants: { count: counts.pacticipants, withMainBranchSetCount: counts.pacticipantsWithMainBranch },
  integrations: { count: counts.integrations },
  pactPublications: { count: counts.publications, first: time(counts.firstPublication), last: time(counts.lastPublication) },
  pactVersions: { count: counts.pactVersions },
  pactRevisionsPerConsumerVersion: { distribution: revisions },
  verificationResults: {
    count: counts.verifications,
    successCount: counts.successes,
    failureCount: counts.verifications - counts.successes,
    distinctCount: counts.distinctVerifications,
    first: time(counts.firstVerification),
    last: time(counts.lastVerification),
  },
  verificationResultsPerPactVersion: { distribution: results },
  pacticipantVersions: {
    count: counts.versions,
    withUserCreatedBranchCount: counts.versionsOnBranch,
    withBranchCount: counts.versionsOnBranch,
    withBranchSetCount: counts.versionsOnBranch,
  },
  webhooks: { count: counts.webhooks },
  tags: { count: counts.tags, distinctCount: counts.tagNames, distinctWithPacticipantCount: counts.tagsOfPacticipants },
  triggeredWebhooks: { count: counts.deliveries, failureCount: counts.failedDeliveries },
  webhookExecutions: { count: counts.deliveryAttempts },
  // The matrix is not a table here; clients know -1 for "not counted".
  matrix: { count: -1 },
  environments: { count: counts.environments },
  deployedVersions: {
    count: counts.deployedVersions,
    userCreatedCount: counts.deployedVersions,
    currentlyDeployedCount: counts.currentlyDeployed,
  },
  releasedVersions: { count: counts.releasedVersions, currentlySupportedCount: counts.currentlySupported },
});
