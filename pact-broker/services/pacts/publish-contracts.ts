import { contentChanged } from '../../domain/pacts/content-changed.ts';
import { PublicationConflict } from '../../domain/pacts/errors.ts';
import { parseFaithfully } from '../../domain/pacts/faithful-json.ts';
import { conflictingParts, type InteractionConflict, mergePacts } from '../../domain/pacts/merge-pacts.ts';
import { type PactContent, shaOf, toStore } from '../../domain/pacts/pact-content.ts';
import type { ContractToPublish, Publication } from '../../domain/pacts/publication.ts';
import { advanceBranchHeadPacts } from '../../storage/branches.ts';
import type { Db } from '../../storage/database.ts';
import { deleteUnusedPactVersions } from '../../storage/deletions.ts';
import { touchIntegrations } from '../../storage/integrations.ts';
import type { Pacticipant } from '../../storage/pacticipants.ts';
import {
  ensurePactVersions,
  findNewestContents,
  findPactContent,
  findPreviousHeads,
  findPublicationsOfVersion,
  putPublications,
} from '../../storage/pacts.ts';
import { advanceTagHeadPacts } from '../../storage/tags.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { findVersionMarks } from '../../storage/versions.ts';
import { findOrCreatePacticipants } from '../pacticipants/find-or-create-pacticipants.ts';
import type { ReachedTenant, Tenant } from '../tenant.ts';
import { type RecordedVersion, recordVersion } from '../versions/record-version.ts';
import { raiseContractEvents, type Triggered } from '../webhooks/raise-events.ts';
import { type ContentConflict, ContentsConflict, explainConflicts } from './explain-conflicts.ts';

export interface PublishedContract {
  provider: string;
  providerId: number;
  pactVersionId: number;
  sha: string;
  /** Whether this consumer version had no pact with the provider before. */
  created: boolean;
  /** Whether an existing pact of this consumer version got other content. */
  modified: boolean;
  /** Whether the content differs from the newest before it on the same branch or tag, or is the first there. */
  contentChanged: boolean;
}

export interface PublicationResult {
  recorded: RecordedVersion;
  contracts: PublishedContract[];
  /** The webhooks that will be delivered because of it. */
  triggered: Triggered[];
}

/** Publishes contracts under one consumer version: all of them or none. Throws PublicationConflict, SimilarPacticipantExists. */
export async function publishContracts(
  tenant: ReachedTenant,
  publication: Publication,
  allowModification = tenant.rules.allowPactModification,
): Promise<PublicationResult> {
  // Hashing takes the longest of all this: it is done before anything is locked.
  const identified = publication.contracts.map((contract) => ({ ...contract, sha: shaOf(contract.content) }));
  const work = inTransaction(tenant.db, async (trx) => {
    const names = [publication.consumer, ...publication.contracts.map(({ provider }) => provider)];
    const pacticipants = await findOrCreatePacticipants(trx, tenant, names);
    const pacticipant = pacticipants.get(publication.consumer) as Pacticipant;
    const { version: number, branch, tags, buildUrl } = publication;
    const recorded = await recordVersion(trx, tenant, { pacticipant, number, branch, tags, buildUrl });
    const resolved = identified.map((contract) => ({
      ...contract,
      providerId: (pacticipants.get(contract.provider) as Pacticipant).id,
    }));
    const contracts = await putContracts(trx, tenant, { recorded, contracts: resolved, allowModification });
    const triggered = await raiseContractEvents(trx, tenant, contractsWithSubjects(publication, recorded, contracts));
    return { recorded, contracts, triggered };
  });
  const result = await work.catch((error) => refuseConflicts(tenant.db, publication, error));
  if (result.triggered.length > 0) tenant.webhooks.bell.ring();
  return result;
}

async function refuseConflicts(db: Db, { consumer, version }: Publication, error: unknown): Promise<never> {
  if (!(error instanceof ContentsConflict)) throw error;
  throw new PublicationConflict(await explainConflicts(db, error.conflicts, { consumer, version }));
}

const contractsWithSubjects = (publication: Publication, { version }: RecordedVersion, contracts: PublishedContract[]) =>
  contracts.map(({ provider, providerId, pactVersionId, sha, contentChanged }) => ({
    subject: {
      consumer: { id: version.pacticipant_id, name: publication.consumer },
      provider: { id: providerId, name: provider },
      consumerVersion: version,
      branch: publication.branch,
      pactVersionId,
      sha,
      buildUrl: version.build_url,
    },
    contentChanged,
  }));

interface Resolved extends ContractToPublish {
  providerId: number;
  sha: string;
}

interface ToPut {
  recorded: RecordedVersion;
  contracts: Resolved[];
  allowModification: boolean;
}

async function putContracts(trx: Db, tenant: Tenant, { recorded, contracts, allowModification }: ToPut): Promise<PublishedContract[]> {
  const now = tenant.now();
  const { id: consumerVersionId, pacticipant_id: consumerId } = recorded.version;
  const existing = new Map((await findPublicationsOfVersion(trx, { consumerVersionId })).map((p) => [p.provider_id, p]));
  const toPut = await Promise.all(
    contracts.map((contract) => prepare(trx, { contract, allowModification }, existing.get(contract.providerId))),
  );
  const conflicts = toPut.flatMap(({ conflict }) => conflict ?? []);
  if (conflicts.length > 0) throw new ContentsConflict(conflicts);
  const before = await headsBefore(
    trx,
    recorded,
    toPut.map(({ providerId }) => providerId),
  );
  const pactVersions = await ensurePactVersions(trx, consumerId, toPut, now);
  const changes = toPut.map((contract, index) => ({ contract, pactVersion: pactVersions[index] as { id: number; sha: string } }));
  const rows = changes
    .filter(({ contract }) => contract.created || contract.modified)
    .map(({ contract, pactVersion }) => ({
      consumer_id: consumerId,
      provider_id: contract.providerId,
      consumer_version_id: consumerVersionId,
      pact_version_id: pactVersion.id,
      created_at: now,
    }))
    .sort((a, b) => a.provider_id - b.provider_id);
  if (rows.length > 0) {
    await putPublications(trx, rows);
    await touchIntegrations(
      trx,
      consumerId,
      rows.map(({ provider_id }) => provider_id),
      now,
    );
    await advanceBranchHeadPacts(trx, consumerVersionId);
    await advanceTagHeadPacts(trx, consumerVersionId);
    const replaced = changes.filter(({ contract }) => contract.modified).flatMap(({ contract }) => existing.get(contract.providerId) ?? []);
    await deleteUnusedPactVersions(
      trx,
      replaced.map(({ pact_version_id }) => pact_version_id),
    );
  }
  return changes.map(({ contract, pactVersion }) => ({
    provider: contract.provider,
    providerId: contract.providerId,
    pactVersionId: pactVersion.id,
    sha: pactVersion.sha,
    created: contract.created,
    modified: contract.modified,
    contentChanged: contentChanged({
      written: contract.created || contract.modified,
      pactVersionId: pactVersion.id,
      heads: before.get(contract.providerId) as (number | undefined)[],
    }),
  }));
}

/** The content to publish, merged into what is there where that was asked for, and what stands against publishing it. */
async function prepare(
  trx: Db,
  { contract, allowModification }: { contract: Resolved; allowModification: boolean },
  existing: { pact_version_id: number; sha: string } | undefined,
) {
  const merges = existing !== undefined && contract.onConflict === 'merge';
  const { content, conflicts } = merges
    ? mergePacts(await storedContent(trx, existing.pact_version_id), contract.content)
    : { content: contract.content, conflicts: [] };
  const sha = merges ? shaOf(content) : contract.sha;
  const modified = existing !== undefined && existing.sha !== sha;
  const json = () => JSON.stringify(toStore(content));
  const isRefused = conflicts.length > 0 || (modified && !allowModification);
  const conflict = isRefused && existing ? conflictOf(contract, { conflicts, existing, json }) : undefined;
  return { ...contract, sha, created: existing === undefined, modified, json, conflict };
}

const storedContent = async (trx: Db, pactVersionId: number): Promise<PactContent> =>
  parseFaithfully((await findPactContent(trx, pactVersionId)) ?? '{}') as PactContent;

interface Refused {
  conflicts: InteractionConflict[];
  existing: { pact_version_id: number };
  json: () => string;
}

/** Where interactions cannot be merged, what differs in them is all that matters. */
function conflictOf({ provider }: Resolved, { conflicts, existing, json }: Refused): ContentConflict {
  if (conflicts.length === 0) return { provider, unmergeable: [], before: { pactVersionId: existing.pact_version_id }, after: json };
  const part = (side: 'before' | 'after') => () => JSON.stringify(conflictingParts(conflicts, side));
  const unmergeable = conflicts.map(({ description }) => description);
  return { provider, unmergeable, before: { json: part('before') }, after: part('after') };
}

/** By provider: the content that stands at the head of each of the version's branches and tags, or the newest where it has none. */
async function headsBefore(trx: Db, { version }: RecordedVersion, providerIds: number[]): Promise<Map<number, (number | undefined)[]>> {
  const marks = await findVersionMarks(trx, [version.id]);
  const consumerId = version.pacticipant_id;
  if (marks.length === 0) {
    const newest = await findNewestContents(trx, { consumerId, providerIds });
    const contentOf = (providerId: number) => newest.find(({ provider_id }) => provider_id === providerId)?.pact_version_id;
    return new Map(providerIds.map((providerId) => [providerId, [contentOf(providerId)]]));
  }
  const heads = await findPreviousHeads(trx, { branchVersionOf: version.id, consumerId, providerIds });
  const headOf = (providerId: number, { kind, name }: { kind: string; name: string }) =>
    heads.find((head) => head.provider_id === providerId && head.kind === kind && head.name === name)?.pact_version_id;
  return new Map(providerIds.map((providerId) => [providerId, marks.map((mark) => headOf(providerId, mark))]));
}
