import { sql } from 'kysely';
import { type Db, isPostgres } from './database.ts';
import { deleteUnusedPactVersions } from './deletions.ts';
import { refillHeads, vacateHeads } from './kept-heads.ts';
import { first, prepared } from './prepared.ts';

/** A consumer and a provider, the consumer locked by the caller. */
export interface IntegrationIds {
  consumerId: number;
  providerId: number;
}

/** Consumer versions with a tag that have a pact with a provider, locked. */
export async function lockVersionsWithPact(trx: Db, { consumerId, providerId, tag }: IntegrationIds & { tag: string }): Promise<number[]> {
  const found = await versionsWithPact(trx, { consumerId, providerId, tag });
  const versionIds = found.map(({ version_id }) => version_id);
  if (isPostgres(trx)) await lockVersionRows(trx, { versionIds });
  return versionIds;
}

/** Deletes the pacts of consumer versions, locked by the caller, with one provider, and keeps every head right. Says how many. */
export async function deletePacts(
  trx: Db,
  { consumerId, providerId, versionIds }: IntegrationIds & { versionIds: number[] },
): Promise<number> {
  const vacancies = await vacateHeads(trx, consumerId, versionIds);
  const deleted = await deletePublications(trx, { providerId, versionIds });
  await refillHeads(trx, vacancies);
  await deleteUnusedPactVersions(trx, [...new Set(deleted.map(({ pact_version_id }) => pact_version_id))]);
  return deleted.length;
}

/**
 * Deletes an integration with its pacts, their results and the webhooks for it alone. Says whether it was there. Its row goes first: a publication under
 * way either has the row already, and is waited for and deleted with it, or makes the row anew.
 */
export async function deleteIntegration(trx: Db, ids: IntegrationIds): Promise<boolean> {
  const row = first(await deleteIntegrationRow(trx, ids));
  // Publications, heads, results and deliveries go with the contents.
  await deleteContents(trx, ids);
  await deleteWebhooks(trx, ids);
  return row !== undefined;
}

/** Deletes every integration in the same way. Pacticipants and their versions stay. */
export async function deleteAllIntegrations(trx: Db): Promise<void> {
  await trx.deleteFrom('integrations').execute();
  await trx.deleteFrom('pact_versions').execute();
  await trx.deleteFrom('webhooks').where('consumer_id', 'is not', null).where('provider_id', 'is not', null).execute();
}

const versionsWithPact = prepared<IntegrationIds & { tag: string }, { version_id: number }>((db, p) =>
  db
    .selectFrom('tags as t')
    .innerJoin('pact_publications as pp', 'pp.consumer_version_id', 't.version_id')
    .select('t.version_id')
    .where('t.pacticipant_id', '=', p.value('consumerId'))
    .where('t.name', '=', p.value('tag'))
    .where('pp.provider_id', '=', p.value('providerId'))
    .orderBy('t.version_id'),
);

const lockVersionRows = prepared<{ versionIds: number[] }, unknown>((db, p) =>
  db
    .selectFrom('versions')
    .select('id')
    .where(p.in(sql.ref('id'), 'versionIds'))
    .orderBy('id')
    .forUpdate(),
);

const deletePublications = prepared<{ providerId: number; versionIds: number[] }, { pact_version_id: number }>((db, p) =>
  db
    .deleteFrom('pact_publications')
    .where('provider_id', '=', p.value('providerId'))
    .where(p.in(sql.ref('consumer_version_id'), 'versionIds'))
    .returning('pact_version_id'),
);

const deleteIntegrationRow = prepared<IntegrationIds, { id: number }>((db, p) =>
  db
    .deleteFrom('integrations')
    .where('consumer_id', '=', p.value('consumerId'))
    .where('provider_id', '=', p.value('providerId'))
    .returning('id'),
);

const deleteContents = prepared<IntegrationIds, never>((db, p) =>
  db.deleteFrom('pact_versions').where('consumer_id', '=', p.value('consumerId')).where('provider_id', '=', p.value('providerId')),
);

const deleteWebhooks = prepared<IntegrationIds, never>((db, p) =>
  db.deleteFrom('webhooks').where('consumer_id', '=', p.value('consumerId')).where('provider_id', '=', p.value('providerId')),
);
