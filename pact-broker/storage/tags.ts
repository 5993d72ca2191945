import type { Db } from './database.ts';
import { putTagHeadPacts, putTagHeads } from './head-writes.ts';
import type { NewRow, Row } from './schema.ts';
import { writeAhead } from './transaction.ts';
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
  const row = trx.selectFrom('tags').select(['pacticipant_id', 'name', 'version_id']);
  await writeAhead(trx, putTagHeads(trx, row.where('version_id', '=', versionId).where('name', '=', tag)));
  await writeAhead(trx, beginTag(trx, { pacticipant_id: pacticipantId, name: tag, began_at: now }));
  await advanceTagHeadPacts(trx, versionId, tag);
  return true;
}

const beginTag = (trx: Db, beginning: NewRow<'tag_beginnings'>) =>
  trx
    .insertInto('tag_beginnings')
    .values(beginning)
    .onConflict((c) => c.columns(['pacticipant_id', 'name']).doNothing());

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
  await writeAhead(trx, putTagHeadPacts(trx, source));
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
