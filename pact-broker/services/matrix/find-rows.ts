import type { MatrixQuery, Target } from '../../domain/matrix/matrix-query.ts';
import { latestBy, type MatrixRow } from '../../domain/matrix/matrix-row.ts';
import { isSelectorIgnored, missingVersions } from '../../domain/matrix/missing-versions.ts';
import { rowsTowardTarget } from '../../domain/matrix/rows-toward-target.ts';
import type { Db } from '../../storage/database.ts';
import { findIntegrationsBetween, findProvidersOf, type IntegrationNames } from '../../storage/integrations.ts';
import { findMatrixRows, type MatrixShape } from '../../storage/matrix.ts';
import { findAllVersionIds } from '../../storage/matrix-selection.ts';
import { findRowsToward } from '../../storage/matrix-target.ts';
import { together } from '../together.ts';
import { type Asked, NOTHING } from './resolve-question.ts';

/** What the versions asked about have with one another and with what is in the target. */
export async function findRowsTowardTarget(db: Db, { latestBy: by }: MatrixQuery, target: Target, asked: Asked): Promise<MatrixRow[]> {
  const versionIds = (await together(asked.selected.map((one) => one.versionIds ?? findAllVersionIds(db, one.pacticipantId)))).flat();
  const pacticipantIds = asked.selected.map(({ pacticipantId }) => pacticipantId);
  const rows = asked.rows ?? (await findRowsToward(db, target, { versionIds, pacticipantIds, environmentId: asked.environmentId }));
  const named = asked.selected.flatMap(({ selector, pacticipantId, versionIds = [] }) =>
    selector.version === undefined ? [] : versionIds.map((id) => ({ pacticipantId, id, number: selector.version as string })),
  );
  return rowsTowardTarget(rows, { pacticipantIds, named, latestBy: by });
}

export type Integrations = Awaited<ReturnType<typeof findIntegrationsBetween>>;

/** Two pacticipants are nearly always one consumer and one provider: knowing that, their history is answered straight from an index. */
export async function findIntegrationsAsked(db: Db, { selectors, target }: MatrixQuery): Promise<Integrations> {
  const names = [...new Set(selectors.map(({ pacticipant }) => pacticipant))];
  return target || names.length !== 2 ? [] : findIntegrationsBetween(db, { names });
}

/** What the versions asked about have with one another or, where only one is, with all; and whether the limit left some out. */
export async function findRowsOfHistory(
  db: Db,
  query: MatrixQuery,
  { selected }: Asked,
  integrations: Integrations,
): Promise<{ rows: MatrixRow[]; cutShort: boolean }> {
  const askedIds = [...new Set(selected.map(({ pacticipantId }) => pacticipantId))];
  const unrestrictedIds = selected.filter(({ versionIds }) => versionIds === undefined).map(({ pacticipantId }) => pacticipantId);
  const [integration, other] = integrations;
  const isPair = integration !== undefined && other === undefined;
  const shape: MatrixShape = {
    scope: isPair ? 'pair' : selected.length === 1 ? 'around' : 'between',
    asked: unrestrictedIds.length === 0 ? 'versions' : unrestrictedIds.length === askedIds.length ? 'any' : 'mixed',
    latestResults: query.latestBy !== undefined,
  };
  const rows = await findMatrixRows(db, shape, {
    askedIds,
    unrestrictedIds,
    versionIds: selected.flatMap(({ versionIds }) => versionIds ?? []),
    consumerId: integration?.consumer_id ?? NOTHING,
    providerId: integration?.provider_id ?? NOTHING,
    limit: query.limit,
  });
  return { rows: latestBy(rows, query.latestBy), cutShort: rows.length === query.limit };
}

/**
 * The integrations of consumers of which no version is meant, as with a tag that none has: each needs an answer, and has no row. Of a
 * version number that there is not nothing is known, and so nothing needed; that is protocol.
 */
export async function findUnanswered(
  db: Db,
  { target, selectors, ignore }: MatrixQuery,
  { selected }: Asked,
  rows: MatrixRow[],
): Promise<IntegrationNames[]> {
  const missing =
    target || selectors.length === 1 ? missingVersions(selected).filter(({ selector }) => selector.version === undefined) : [];
  if (missing.length === 0) return [];
  const needed = await findProvidersOf(db, { consumerIds: missing.map(({ pacticipantId }) => pacticipantId) });
  return needed.filter(
    (integration) =>
      !rows.some(({ consumer, provider }) => consumer === integration.consumer && provider === integration.provider) &&
      ![integration.consumer, integration.provider].some((pacticipant) => isSelectorIgnored({ pacticipant }, ignore)),
  );
}
