import { sql } from 'kysely';
import type { Db } from './database.ts';
import { prepared } from './prepared.ts';
import type { Row } from './schema.ts';

export type Label = Row<'labels'>;

/** The labels of several pacticipants, in one question. */
export const findLabels = prepared<{ pacticipantIds: number[] }, Label>((db, p) =>
  db
    .selectFrom('labels')
    .selectAll()
    .where(p.in(sql.ref('pacticipant_id'), 'pacticipantIds'))
    .orderBy('pacticipant_id')
    .orderBy('name'),
);

export const findLabel = (db: Db, pacticipantId: number, name: string): Promise<Label | undefined> =>
  db.selectFrom('labels').selectAll().where('pacticipant_id', '=', pacticipantId).where('name', '=', name).executeTakeFirst();

/** The names in use, each once. */
export async function findLabelNames(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('labels').select('name').distinct().orderBy('name').execute();
  return rows.map(({ name }) => name);
}

/** Says whether the label was new there. */
export async function insertLabel(trx: Db, pacticipantId: number, name: string, now: string): Promise<boolean> {
  const inserted = await trx
    .insertInto('labels')
    .values({ pacticipant_id: pacticipantId, name, created_at: now })
    .onConflict((c) => c.columns(['pacticipant_id', 'name']).doNothing())
    .returning('name')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Says whether the label was there. */
export async function deleteLabel(db: Db, pacticipantId: number, name: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('labels')
    .where('pacticipant_id', '=', pacticipantId)
    .where('name', '=', name)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
