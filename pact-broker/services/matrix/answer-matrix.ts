import { PacticipantNotFound, ValidationFailed } from '../../domain/errors.ts';
import { countResults, deployable } from '../../domain/matrix/deployable.ts';
import { describeVersions } from '../../domain/matrix/describe-selection.ts';
import { explain } from '../../domain/matrix/explain.ts';
import { DEFAULT_LIMIT, type MatrixQuery, type Target } from '../../domain/matrix/matrix-query.ts';
import { hasSuccess, isIgnored, type MatrixRow, rowsTowardTarget } from '../../domain/matrix/matrix-row.ts';
import type { Notice } from '../../domain/notice.ts';
import type { Db } from '../../storage/database.ts';
import { findEnvironmentByName } from '../../storage/environments.ts';
import { findIntegrationsBetween } from '../../storage/integrations.ts';
import { findMatrixRows, type MatrixShape } from '../../storage/matrix.ts';
import { findAllVersionIds, findVersionsSelected } from '../../storage/matrix-selection.ts';
import { findRowsOfGate, findRowsToward } from '../../storage/matrix-target.ts';
import { findPacticipant, findPacticipantsNamed } from '../../storage/pacticipants.ts';
import { findVersionDetails, type VersionDetails } from '../../storage/version-details.ts';
import { together } from '../together.ts';

export interface MatrixAnswer {
  deployable: boolean | null;
  counts: { success: number; failed: number; unknown: number };
  /** How many rows were left out of the answer because the asker said so; undefined where nothing was to be left out. */
  ignored: number | undefined;
  notices: Notice[];
  rows: MatrixRow[];
  /** Branches, tags and environments of the versions in the rows. */
  details: Map<number, VersionDetails>;
}

/** Answers what works with what, and whether it may be deployed. Throws ValidationFailed for names that do not exist. */
export async function answerMatrix(db: Db, query: MatrixQuery): Promise<MatrixAnswer> {
  const [asked, integrations] = await together([resolve(db, query), findIntegrationsAsked(db, query)]);
  const missing = asked.selected
    .filter(({ versionIds }) => versionIds?.length === 0)
    .map(({ selector }) => `${selector.pacticipant}, ${describeVersions(selector)}`);
  const found = missing.length > 0 ? [] : await findRows(db, query, { ...asked, integrations });
  const rows = found.map((row) => (isIgnored(row, query.ignore) ? { ...row, ignored: true as const } : row));
  const considered = rows.filter(({ ignored }) => !ignored);
  const evidence = { missing, rows: considered };
  const versionIds = new Set(
    rows.flatMap((row) => [row.consumer_version_id, ...(row.verification_id === null ? [] : [row.provider_version_id as number])]),
  );
  return {
    deployable: deployable(evidence),
    counts: countResults(considered),
    ignored: query.ignore.length > 0 ? rows.length - considered.length : undefined,
    notices: explain(query, evidence),
    rows,
    details: await findVersionDetails(db, [...versionIds]),
  };
}

interface Selected {
  selector: MatrixQuery['selectors'][number];
  pacticipantId: number;
  /** undefined: all of them. */
  versionIds: number[] | undefined;
}

interface Asked {
  selected: Selected[];
  /** -1 where the target is no environment. */
  environmentId: number;
  /** Found along with what the question names, where it is the gate's. */
  rows?: MatrixRow[] | undefined;
}

type Integrations = Awaited<ReturnType<typeof findIntegrationsBetween>>;

/** Two pacticipants are nearly always one consumer and one provider: knowing that, their history is answered straight from an index. */
async function findIntegrationsAsked(db: Db, { selectors, target }: MatrixQuery): Promise<Integrations> {
  const names = [...new Set(selectors.map(({ pacticipant }) => pacticipant))];
  return target || names.length !== 2 ? [] : findIntegrationsBetween(db, { names });
}

const NOTHING = -1;

/** Finds what the question names. */
async function resolve(db: Db, { selectors, target }: MatrixQuery): Promise<Asked> {
  const [selector] = selectors;
  const environment = target?.kind === 'environment' ? target.environment : undefined;
  if (selectors.length === 1 && selector && isVersionOnly(selector) && environment !== undefined)
    return resolveGate(db, selector, environment);
  return { selected: await resolveSelectors(db, selectors), environmentId: await resolveEnvironment(db, environment) };
}

/** The usual question, a version to an environment: its rows come along with what the names mean. */
async function resolveGate(db: Db, selector: Selected['selector'] & { version: string }, environment: string): Promise<Asked> {
  const found = await findRowsOfGate(db, { pacticipant: selector.pacticipant, version: selector.version, environment });
  const [gate] = found;
  if (!gate) throw new ValidationFailed([noPacticipant(selector.pacticipant)]);
  if (gate.asked_environment_id === null) throw new ValidationFailed([noEnvironment(environment)]);
  const versionIds = gate.asked_version_id === null ? [] : [gate.asked_version_id];
  return {
    selected: [{ selector, pacticipantId: gate.asked_pacticipant_id, versionIds }],
    environmentId: gate.asked_environment_id,
    rows: found.filter((row) => row.consumer_id !== null),
  };
}

const isVersionOnly = (selector: Selected['selector']): selector is Selected['selector'] & { version: string } =>
  selector.version !== undefined && Object.keys(selector).length === 2;

async function resolveSelectors(db: Db, selectors: MatrixQuery['selectors']): Promise<Selected[]> {
  const pacticipants = await findPacticipantsNamed(db, [...new Set(selectors.map(({ pacticipant }) => pacticipant))]);
  const ids = new Map(pacticipants.map(({ name, id }) => [name, id]));
  const unknown = selectors.filter(({ pacticipant }) => !ids.has(pacticipant)).map(({ pacticipant }) => noPacticipant(pacticipant));
  if (unknown.length > 0) throw new ValidationFailed(unknown);
  const selected: Selected[] = [];
  for (const selector of selectors) {
    const pacticipantId = ids.get(selector.pacticipant) as number;
    if (selector.environment !== undefined) await resolveEnvironment(db, selector.environment);
    selected.push({ selector, pacticipantId, versionIds: await findVersionsSelected(db, pacticipantId, selector) });
  }
  return selected;
}

async function resolveEnvironment(db: Db, name: string | undefined): Promise<number> {
  if (name === undefined) return NOTHING;
  const environment = await findEnvironmentByName(db, name);
  if (!environment) throw new ValidationFailed([noEnvironment(name)]);
  return environment.id;
}

const noPacticipant = (name: string) => `There is no pacticipant "${name}". Names compare exactly: check case and spaces.`;
const noEnvironment = (name: string) => `There is no environment "${name}". Names compare exactly; create it or correct the name.`;

function findRows(db: Db, query: MatrixQuery, asked: Asked & { integrations: Integrations }): Promise<MatrixRow[]> {
  return query.target ? findRowsInTarget(db, query, query.target, asked) : findRowsOfHistory(db, query, asked);
}

async function findRowsInTarget(
  db: Db,
  { success, limit }: MatrixQuery,
  target: Target,
  { selected, environmentId, rows: found }: Asked,
): Promise<MatrixRow[]> {
  const versionIds: number[] = [];
  for (const one of selected) versionIds.push(...(one.versionIds ?? (await findAllVersionIds(db, one.pacticipantId))));
  const pacticipantIds = selected.map(({ pacticipantId }) => pacticipantId);
  const rows = rowsTowardTarget(found ?? (await findRowsToward(db, target, { versionIds, environmentId })), { pacticipantIds, versionIds });
  const wanted = success.length === 0 ? rows : rows.filter((row) => hasSuccess(row, success));
  return wanted.slice(0, limit);
}

async function findRowsOfHistory(
  db: Db,
  query: MatrixQuery,
  { selected, integrations }: Asked & { integrations: Integrations },
): Promise<MatrixRow[]> {
  const askedIds = [...new Set(selected.map(({ pacticipantId }) => pacticipantId))];
  const unrestrictedIds = selected.filter(({ versionIds }) => versionIds === undefined).map(({ pacticipantId }) => pacticipantId);
  const [integration, other] = integrations;
  const isPair = integration !== undefined && other === undefined;
  const shape: MatrixShape = {
    scope: isPair ? 'pair' : selected.length === 1 ? 'around' : 'between',
    asked: unrestrictedIds.length === 0 ? 'versions' : unrestrictedIds.length === askedIds.length ? 'any' : 'mixed',
    latestBy: query.latestBy,
    bySuccess: query.success.length > 0,
  };
  return findMatrixRows(db, shape, {
    askedIds,
    unrestrictedIds,
    versionIds: selected.flatMap(({ versionIds }) => versionIds ?? []),
    successes: query.success.flatMap((success) => (success === true ? [1] : success === false ? [0] : [0, 2])),
    consumerId: integration?.consumer_id ?? NOTHING,
    providerId: integration?.provider_id ?? NOTHING,
    limit: query.limit,
  });
}

/** The matrix of one integration. Throws PacticipantNotFound. */
export async function answerIntegrationMatrix(db: Db, consumer: string, provider: string): Promise<MatrixAnswer> {
  for (const name of [consumer, provider]) if (!(await findPacticipant(db, name))) throw new PacticipantNotFound(name);
  const selectors = [{ pacticipant: consumer }, { pacticipant: provider }];
  return answerMatrix(db, { selectors, target: undefined, latestBy: undefined, success: [], ignore: [], limit: DEFAULT_LIMIT });
}
