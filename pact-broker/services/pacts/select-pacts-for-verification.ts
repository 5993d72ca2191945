import { PacticipantNotFound, ValidationFailed } from '../../domain/errors.ts';
import type { ConsumerVersionSelector } from '../../domain/pacts/consumer-version-selector.ts';
import { mergeSelected, type PactToVerify, type Selected } from '../../domain/pacts/selected-pact.ts';
import type { VerificationRequest } from '../../domain/pacts/verification-request.ts';
import type { Db } from '../../storage/database.ts';
import { findEnvironmentByName } from '../../storage/environments.ts';
import * as select from '../../storage/pact-selection.ts';
import type { Tenant } from '../tenant.ts';
import { together } from '../together.ts';

export interface PactForVerification extends PactToVerify {
  pending: boolean;
  wip: boolean;
}

/** The pacts that a provider is to verify: those selected, then what is in progress. Throws PacticipantNotFound, ValidationFailed. */
export async function selectPactsForVerification(
  { db }: Tenant,
  provider: string,
  request: VerificationRequest,
): Promise<PactForVerification[]> {
  const [verifier] = await select.findVerifier(db, { provider, branch: request.providerVersionBranch ?? null });
  if (!verifier) throw new PacticipantNotFound(provider);
  const [found, heads] = await together([
    selectExplicitly(db, verifier.id, request.selectors),
    request.includeWipPactsSince === undefined ? [] : selectWip(db, verifier, request, request.includeWipPactsSince),
  ]);
  const selected = mergeSelected(found);
  const verified = request.mayBePending ? await findVerified(db, selected, request, verifier) : undefined;
  const known = new Set(selected.map(({ pactVersionId }) => pactVersionId));
  const wip = mergeSelected(heads.filter(({ pact_version_id }) => !known.has(pact_version_id)));
  return [
    ...selected.map((pact) => ({ ...pact, pending: verified?.has(pact.pactVersionId) === false, wip: false })),
    ...wip.map((pact) => ({ ...pact, pending: true, wip: true })),
  ];
}

const IN_USE: ConsumerVersionSelector = { kind: 'environment', deployed: true, released: true };

/** Without selectors: of each consumer what is on its main branch, or else its latest; and what is in use. */
async function selectExplicitly(db: Db, providerId: number, selectors: ConsumerVersionSelector[]): Promise<Selected[]> {
  const found =
    selectors.length > 0
      ? selectors.map((selector) => selectBy(db, providerId, selector))
      : [selectByDefault(db, providerId), selectBy(db, providerId, IN_USE)];
  return (await together(found)).flat();
}

async function selectByDefault(db: Db, providerId: number): Promise<Selected[]> {
  const reasons = { 'main-branch': () => 'latest from main branch', tag: latestWithTag, latest: () => 'latest' };
  return because(await select.selectByDefault(db, { providerId }), (row) => reasons[row.kind as keyof typeof reasons](row));
}

const latestWithTag = ({ name }: select.SelectedRow) => `latest with tag ${name}`;

async function selectBy(db: Db, providerId: number, selector: ConsumerVersionSelector): Promise<Selected[]> {
  const of = { providerId, consumer: selector.consumer ?? null };
  switch (selector.kind) {
    case 'main-branch':
      return because(await select.selectMainBranches(db, of), () => 'latest from main branch');
    case 'branch': {
      const rows = await select.selectBranch(db, { ...of, branch: selector.branch });
      const { fallbackBranch } = selector;
      const found =
        rows.length === 0 && fallbackBranch !== undefined ? await select.selectBranch(db, { ...of, branch: fallbackBranch }) : rows;
      return because(found, ({ name }) => `latest from branch ${name}`);
    }
    case 'tag':
      return selectByTag(db, of, selector);
    case 'latest':
      return because(await select.selectLatest(db, of), () => 'latest');
    case 'environment':
      return selectByEnvironment(db, of, selector);
  }
}

type Of = { providerId: number; consumer: string | null };
type TagSelector = Extract<ConsumerVersionSelector, { kind: 'tag' }>;
type EnvironmentSelector = Extract<ConsumerVersionSelector, { kind: 'environment' }>;

async function selectByTag(db: Db, of: Of, { tag, latest, fallbackTag }: TagSelector): Promise<Selected[]> {
  if (!latest) return because(await select.selectAllWithTag(db, { ...of, tag }), () => `one of ${tag}`);
  const rows = await select.selectLatestWithTag(db, { ...of, tag });
  const found = rows.length === 0 && fallbackTag !== undefined ? await select.selectLatestWithTag(db, { ...of, tag: fallbackTag }) : rows;
  return because(found, latestWithTag);
}

async function selectByEnvironment(db: Db, of: Of, { deployed, released, environment }: EnvironmentSelector): Promise<Selected[]> {
  if (environment !== undefined && !(await findEnvironmentByName(db, environment))) {
    throw new ValidationFailed({ consumerVersionSelectors: [`There is no environment "${environment}". Names compare exactly.`] });
  }
  const kinds = [...(deployed ? (['deployed'] as const) : []), ...(released ? (['released'] as const) : [])];
  const rows = await select.selectInEnvironment(db, { ...of, environment: environment ?? null, kinds });
  return because(rows, ({ kind, name }) => `${kind} to ${name}`);
}

const because = (rows: select.SelectedRow[], reason: (row: select.SelectedRow) => string): Selected[] =>
  rows.map((row) => ({ ...row, reason: reason(row) }));

/**
 * The contents among these that the asking provider is to keep to, so that they are not pending: those that its branch has verified, or
 * another had before that branch began; with tags likewise, for each; those that anyone has verified, where it says neither.
 */
async function findVerified(db: Db, selected: PactToVerify[], request: VerificationRequest, verifier: Verifier): Promise<Set<number>> {
  const pactVersionIds = selected.map(({ pactVersionId }) => pactVersionId);
  if (request.providerVersionBranch !== undefined)
    return idsOf(await select.findVerifiedForBranch(db, { pactVersionIds, ...branchOf(verifier) }));
  if (request.providerVersionTags.length === 0) return idsOf(await select.findVerifiedByAny(db, { pactVersionIds }));
  return findVerifiedForTags(db, pactVersionIds, { tags: request.providerVersionTags, wip: 1 });
}

async function findVerifiedForTags(db: Db, pactVersionIds: number[], { tags, wip }: { tags: string[]; wip: 0 | 1 }): Promise<Set<number>> {
  let verified = new Set(pactVersionIds);
  for (const tag of tags) verified = verified.intersection(idsOf(await select.findVerifiedForTag(db, { pactVersionIds, tag, wip })));
  return verified;
}

const idsOf = (rows: { pact_version_id: number }[]) => new Set(rows.map((row) => row.pact_version_id));

type Verifier = { id: number; branch_id: number | null; branch_created_at: string | null };

const branchOf = ({ branch_id, branch_created_at }: Verifier) => ({ branchId: branch_id ?? -1, branchSince: branch_created_at });

/**
 * Heads of branches and tags that the asking provider has not yet verified, but for results of work in progress, with success. Without a
 * branch or tags there is no one to be in progress for.
 */
async function selectWip(db: Db, verifier: Verifier, request: VerificationRequest, publishedAfter: string): Promise<Selected[]> {
  const { providerVersionBranch, providerVersionTags } = request;
  if (providerVersionBranch === undefined && providerVersionTags.length === 0) return [];
  // Which contents each tag has verified is asked below: no branch's results count.
  const branch = providerVersionBranch === undefined ? { branchId: -1, branchSince: '' } : branchOf(verifier);
  const where = { providerId: verifier.id, ...branch, publishedAfter };
  const [ofBranches, ofTags] = await together([select.selectWipBranchHeads(db, where), select.selectWipTagHeads(db, where)]);
  const heads = [...because(ofBranches, ({ name }) => `latest from branch ${name}`), ...because(ofTags, latestWithTag)];
  if (providerVersionBranch !== undefined) return heads;
  const verified = await findVerifiedForTags(
    db,
    heads.map(({ pact_version_id }) => pact_version_id),
    { tags: providerVersionTags, wip: 0 },
  );
  return heads.filter(({ pact_version_id }) => !verified.has(pact_version_id));
}
