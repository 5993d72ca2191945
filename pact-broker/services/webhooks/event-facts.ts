import { encodeMetadata } from '../../domain/pacts/selection-metadata.ts';
import { verificationNumber } from '../../domain/verifications/verification-number.ts';
import type { EventFacts, VersionFacts } from '../../domain/webhooks/variables.ts';
import type { Db } from '../../storage/database.ts';
import { findLabels } from '../../storage/labels.ts';
import { findDeployedNumbers } from '../../storage/required-verifications.ts';
import { findVersion, findVersionMarks } from '../../storage/versions.ts';
import type { ReachedTenant } from '../tenant.ts';

/** What an event is about. */
export interface EventSubject {
  consumer: { id: number; name: string };
  provider: { id: number; name: string };
  consumerVersion: { id: number; number: string };
  /** The branch that is being published to, where one is. */
  branch?: string | undefined;
  pactVersionId: number;
  sha: string;
  buildUrl: string | null;
  /** The result that the event reports, or the last one of the content. */
  verification?: { id: number; success: 0 | 1; provider_version: string } | undefined;
  /** The version that a result is asked of. */
  requiredVersion?: { id: number; number: string; descriptions: string[] } | undefined;
}

/** Gathers what the template variables of an event are made of. */
export async function factsOf(db: Db, { links }: ReachedTenant, subject: EventSubject): Promise<Omit<EventFacts, 'event'>> {
  const { consumer, provider, consumerVersion, sha, verification, requiredVersion } = subject;
  const providerVersion = requiredVersion ?? (verification ? await findVersion(db, provider.id, verification.provider_version) : undefined);
  const marks = await findVersionMarks(db, [consumerVersion.id, ...(providerVersion ? [providerVersion.id] : [])]);
  const labels = await findLabels(db, { pacticipantIds: [consumer.id, provider.id] });
  const labelsOf = (id: number) => labels.filter(({ pacticipant_id }) => pacticipant_id === id).map(({ name }) => name);
  const named = (id: number, kind: 'branch' | 'tag') =>
    marks.filter((mark) => mark.version_id === id && mark.kind === kind).map(({ name }) => name);
  const versionFacts = ({ id, number }: { id: number; number: string }): VersionFacts => ({
    number,
    branch: named(id, 'branch').at(-1),
    tags: named(id, 'tag'),
  });
  const ofConsumer = versionFacts(consumerVersion);
  return {
    consumer: { name: consumer.name, labels: labelsOf(consumer.id) },
    provider: { name: provider.name, labels: labelsOf(provider.id) },
    consumerVersion: { ...ofConsumer, branch: subject.branch ?? ofConsumer.branch },
    providerVersion: providerVersion && versionFacts(providerVersion),
    providerVersionDescriptions: requiredVersion?.descriptions ?? [],
    pactUrl: links.pactVersionWithMetadata(
      consumer.name,
      provider.name,
      sha,
      encodeMetadata({ consumerVersions: [consumerVersion.number] }),
    ),
    verification: verification && {
      url: links.verificationResult(consumer.name, provider.name, sha, verificationNumber(verification.id)),
      success: verification.success === 1,
    },
    buildUrl: subject.buildUrl,
    deployedProviderVersions: (await findDeployedNumbers(db, { pacticipantId: provider.id })).map(({ number }) => number),
  };
}
