import type { Db } from './database.ts';
import type { Row } from './schema.ts';
import type { Version } from './versions.ts';

/** Tags a version, locked by the caller, and keeps every head right. Says whether the tag was new there. */
export async function putTagOnVersion(
  trx: Db,
  { pacticipantId, tag, versionId, now }: { pacticipantId: number; tag: string; versionId: number; now: string },
): Promise<boolean> {
  const added = await trx
    .insertInto('tags')
    .values({ version_id: versionId, name: tag, pacticipant_id: pacticipantId, created_at: now })
    .onConflict((c) => c.columns(['version_id', 'name']).doNothing())
    .returning('name')
    .executeTakeFirst();
  if (!added) return false;
  await trx
    .insertInto('tag_heads')
    .values({ pacticipant_id: pacticipantId, name: tag, version_id: versionId })
    .onConflict((c) =>
      c
        .columns(['pacticipant_id', 'name'])
        .doUpdateSet((eb) => ({ version_id: eb.ref('excluded.version_id') }))
        .whereRef('excluded.version_id', '>', 'tag_heads.version_id'),
    )
    .execute();
  await advanceTagHeadPacts(trx, versionId, tag);
  return true;
}

/** Makes the pacts of a consumer version the head pacts of its tags (or of one tag), unless a newer version's stand there. */
export async function advanceTagHeadPacts(trx: Db, consumerVersionId: number, tag?: string): Promise<void> {
  let source = trx
    .selectFrom('tags as t')
    .innerJoin('pact_publications as p', 'p.consumer_version_id', 't.version_id')
    .select(['p.consumer_id', 'p.provider_id', 't.name', 'p.consumer_version_id', 'p.pact_version_id', 'p.created_at'])
    .where('t.version_id', '=', consumerVersionId)
    .orderBy('p.provider_id')
    .orderBy('t.name');
  if (tag !== undefined) source = source.where('t.name', '=', tag);
  await trx
    .insertInto('tag_head_pacts')
    .columns(['consumer_id', 'provider_id', 'tag', 'consumer_version_id', 'pact_version_id', 'published_at'])
    .expression(source)
    .onConflict((c) =>
      c
        .columns(['consumer_id', 'provider_id', 'tag'])
        .doUpdateSet((eb) => ({
          consumer_version_id: eb.ref('excluded.consumer_version_id'),
          pact_version_id: eb.ref('excluded.pact_version_id'),
          published_at: eb.ref('excluded.published_at'),
        }))
        .whereRef('excluded.consumer_version_id', '>=', 'tag_head_pacts.consumer_version_id'),
    )
    .execute();
}

export const findTag = (db: Db, versionId: number, name: string): Promise<Row<'tags'> | undefined> =>
  db.selectFrom('tags').selectAll().where('version_id', '=', versionId).where('name', '=', name).executeTakeFirst();

/** The newest version with a tag. */
export const findHeadOfTag = (db: Db, pacticipantId: number, tag: string): Promise<Version | undefined> =>
  db
    .selectFrom('tag_heads as h')
    .innerJoin('versions as v', 'v.id', 'h.version_id')
    .selectAll('v')
    .where('h.pacticipant_id', '=', pacticipantId)
    .where('h.name', '=', tag)
    .executeTakeFirst();
