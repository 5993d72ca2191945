import { encodeMetadata } from '../../domain/pacts/selection-metadata.ts';
import { verificationNumber } from '../../domain/verifications/verification-number.ts';
import type { EventFacts, VersionFacts } from '../../domain/webhooks/variables.ts';
import type { Db } from '../../storage/database.ts';
import { findLabels } from '../../storage/labels.ts';
import { findDeployedNumbers } from '../../storage/required-verifications.ts';
import { findVersionMarks, type VersionMark } from '../../storage/versions.ts';
import type { ReachedTenant } from '../tenant.ts';
import { together } from '../together.ts';

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
  /** The result that the event reports, or that of the content, with the provider version it is of. */
  verification?: { id: number; success: 0 | 1; provider_version_id: number; provider_version: string } | undefined;
  /** The version that a result is asked of. */
  requiredVersion?: { id: number; number: string; descriptions: string[] } | undefined;
}

export type Facts = Omit<EventFacts, 'event'>;

/** Gathers what the template variables are made of, in the order of the subjects: in as many questions for many subjects as for one. */
export async function factsOf(db: Db, { links }: ReachedTenant, subjects: EventSubject[]): Promise<Facts[]> {
  const providerVersionIds = subjects.flatMap((subject) => providerVersionOf(subject)?.id ?? []);
  const providerIds = subjects.map(({ provider }) => provider.id);
  const [marks, labels, deployed] = await together([
    findVersionMarks(db, eachOnce([...providerVersionIds, ...subjects.map(({ consumerVersion }) => consumerVersion.id)])),
    findLabels(db, { pacticipantIds: eachOnce([...providerIds, ...subjects.map(({ consumer }) => consumer.id)]) }),
    findDeployedNumbers(db, { pacticipantIds: eachOnce(providerIds) }),
  ]);
  const marksOf = Map.groupBy(marks, ({ version_id }) => version_id);
  const of = (pacticipantId: number) => (row: { pacticipant_id: number }) => row.pacticipant_id === pacticipantId;
  return subjects.map((subject) => {
    const { consumer, provider, consumerVersion, sha, verification } = subject;
    const providerVersion = providerVersionOf(subject);
    const ofConsumer = versionFacts(consumerVersion, marksOf.get(consumerVersion.id));
    return {
      consumer: { name: consumer.name, labels: labels.filter(of(consumer.id)).map(({ name }) => name) },
      provider: { name: provider.name, labels: labels.filter(of(provider.id)).map(({ name }) => name) },
      consumerVersion: { ...ofConsumer, branch: subject.branch ?? ofConsumer.branch },
      providerVersion: providerVersion && versionFacts(providerVersion, marksOf.get(providerVersion.id)),
      providerVersionDescriptions: subject.requiredVersion?.descriptions ?? [],
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
      deployedProviderVersions: deployed.filter(of(provider.id)).map(({ number }) => number),
    };
  });
}

const eachOnce = (ids: number[]): number[] => [...new Set(ids)];

const providerVersionOf = ({ requiredVersion, verification }: EventSubject): { id: number; number: string } | undefined =>
  requiredVersion ?? (verification && { id: verification.provider_version_id, number: verification.provider_version });

function versionFacts({ number }: { number: string }, marks: VersionMark[] = []): VersionFacts {
  const named = (kind: 'branch' | 'tag') => marks.filter((mark) => mark.kind === kind).map(({ name }) => name);
  return { number, branch: named('branch').at(-1), tags: named('tag') };
}
