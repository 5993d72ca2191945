import { sql } from 'kysely';
import { type Db, isPostgres } from './database.ts';
import { first, prepared } from './prepared.ts';
import type { Row } from './schema.ts';

export type Pacticipant = Row<'pacticipants'>;

const byName = prepared<{ name: string }, Pacticipant>((db, p) =>
  db.selectFrom('pacticipants').selectAll().where('name', '=', p.value('name')),
);

export const findPacticipant = async (db: Db, name: string) => first(await byName(db, { name }));

const byNames = prepared<{ names: string[] }, Pacticipant>((db, p) =>
  db
    .selectFrom('pacticipants')
    .selectAll()
    .where(p.in(sql.ref('name'), 'names')),
);

export const findPacticipantsNamed = (db: Db, names: string[]) => byNames(db, { names });

/** All names, for the check that a new one is not almost one of them. */
export async function findPacticipantNames(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('pacticipants').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}

/** Creates those that do not exist yet, and says which. In order of name, so that parallel writers lock in one order. */
export async function insertPacticipants(db: Db, names: string[], now: string): Promise<string[]> {
  if (names.length === 0) return [];
  const rows = [...names].sort().map((name) => ({ name, created_at: now, updated_at: now }));
  const inserted = await db
    .insertInto('pacticipants')
    .values(rows)
    .onConflict((c) => c.column('name').doNothing())
    .returning('name')
    .execute();
  return inserted.map(({ name }) => name);
}

/** Locks a pacticipant until the transaction ends, so that deletions of what belongs to it follow one another. Publishing goes on. */
export function lockPacticipant(trx: Db, name: string): Promise<Pacticipant | undefined> {
  const query = trx.selectFrom('pacticipants').selectAll().where('name', '=', name);
  return (isPostgres(trx) ? query.forNoKeyUpdate() : query).executeTakeFirst();
}

/** Deletes a pacticipant with all that belongs to it, and all its contracts in either role. Says whether it was there. */
export async function deletePacticipant(db: Db, name: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('pacticipants').where('name', '=', name).executeTakeFirst();
  return numDeletedRows > 0n;
}

export type PacticipantChanges = Partial<
  Pick<Pacticipant, 'display_name' | 'main_branch' | 'repository_url' | 'repository_name' | 'repository_namespace'>
>;

export async function updatePacticipant(db: Db, id: number, changes: PacticipantChanges, now: string): Promise<void> {
  await db
    .updateTable('pacticipants')
    .set({ ...changes, updated_at: now })
    .where('id', '=', id)
    .execute();
}

/** Sets the main branch unless one is set already. */
export async function setMainBranchIfNone(db: Db, id: number, branch: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('pacticipants')
    .set({ main_branch: branch, updated_at: now })
    .where('id', '=', id)
    .where('main_branch', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
