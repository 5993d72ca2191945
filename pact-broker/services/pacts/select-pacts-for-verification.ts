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
  tenant: Tenant,
  provider: string,
  request: VerificationRequest,
): Promise<PactForVerification[]> {
  const { db } = tenant;
  const [verifier] = await select.findVerifier(db, { provider, branch: request.providerVersionBranch ?? null });
  if (!verifier) throw new PacticipantNotFound(provider);
  const [found, heads] = await together([
    selectExplicitly(db, verifier.id, request.selectors),
    request.includeWipPactsSince === undefined ? [] : selectWip(tenant, verifier, request, request.includeWipPactsSince),
  ]);
  const selected = mergeSelected(found);
  const verified = request.mayBePending ? await findVerified(db, selected, request, verifier.branch_id) : undefined;
  const known = new Set(selected.map(({ pactVersionId }) => pactVersionId));
  const wip = mergeSelected(heads.filter(({ pact_version_id }) => !known.has(pact_version_id)));
  return [
    ...selected.map((pact) => ({ ...pact, pending: verified?.has(pact.pactVersionId) === false, wip: false })),
    ...wip.map((pact) => ({ ...pact, pending: true, wip: true })),
  ];
}

/** Without selectors: what is on main branches and what is in use; the latest of all where that finds nothing. */
const DEFAULT: ConsumerVersionSelector[] = [{ kind: 'main-branch' }, { kind: 'environment', deployed: true, released: true }];

async function selectExplicitly(db: Db, providerId: number, selectors: ConsumerVersionSelector[]): Promise<Selected[]> {
  const wanted = selectors.length > 0 ? selectors : DEFAULT;
  const found = (await together(wanted.map((selector) => selectBy(db, providerId, selector)))).flat();
  return found.length === 0 && selectors.length === 0 ? selectBy(db, providerId, { kind: 'latest' }) : found;
}

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
  return because(found, ({ name }) => `latest with tag ${name}`);
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

/** The contents among these that the asking provider has verified before: its branch, each of its tags, or, saying neither, anyone. */
async function findVerified(db: Db, selected: PactToVerify[], request: VerificationRequest, branchId: number | null): Promise<Set<number>> {
  const pactVersionIds = selected.map(({ pactVersionId }) => pactVersionId);
  const ids = (rows: { pact_version_id: number }[]) => new Set(rows.map((row) => row.pact_version_id));
  if (request.providerVersionBranch !== undefined) {
    return branchId === null ? new Set() : ids(await select.findVerifiedByBranch(db, { pactVersionIds, branchId }));
  }
  if (request.providerVersionTags.length === 0) return ids(await select.findVerifiedByAny(db, { pactVersionIds }));
  let verified = new Set(pactVersionIds);
  for (const tag of request.providerVersionTags)
    verified = verified.intersection(ids(await select.findVerifiedByTag(db, { pactVersionIds, tag })));
  return verified;
}

/** Heads of branches and tags that the verifying branch has not seen succeed. Without a branch or tags there is no one to be in progress for. */
async function selectWip(
  tenant: Tenant,
  verifier: { id: number; branch_id: number | null; branch_created_at: string | null },
  request: VerificationRequest,
  publishedAfter: string,
): Promise<Selected[]> {
  const { db } = tenant;
  const { providerVersionBranch, providerVersionTags } = request;
  if (providerVersionBranch === undefined && providerVersionTags.length === 0) return [];
  // For tags only what no branch inherited counts; which contents each tag has verified is asked below.
  const since = providerVersionBranch === undefined ? '' : (verifier.branch_created_at ?? tenant.now());
  const where = { providerId: verifier.id, branchId: verifier.branch_id ?? -1, branchSince: since, publishedAfter };
  const [ofBranches, ofTags] = await together([select.selectWipBranchHeads(db, where), select.selectWipTagHeads(db, where)]);
  const heads = [
    ...because(ofBranches, ({ name }) => `latest from branch ${name}`),
    ...because(ofTags, ({ name }) => `latest with tag ${name}`),
  ];
  if (providerVersionBranch !== undefined) return heads;
  const verified = await findVerified(db, mergeSelected(heads), request, null);
  return heads.filter(({ pact_version_id }) => !verified.has(pact_version_id));
}
