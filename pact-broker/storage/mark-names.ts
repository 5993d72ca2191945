import { sql } from 'kysely';
import type { Db } from './database.ts';

/** The names of the branches or tags of one pacticipant, or of all; for suggestions, so that a few thousand are enough. */
export async function findMarkNames(db: Db, { kind, pacticipant }: { kind: 'branch' | 'tag'; pacticipant?: string }): Promise<string[]> {
  const table = kind === 'branch' ? 'branches' : 'tag_heads';
  let query = db
    .selectFrom(`${table} as m` as 'branches as m')
    .select('m.name')
    .distinct()
    .limit(5000);
  if (pacticipant !== undefined)
    query = query.where('m.pacticipant_id', '=', sql<number>`(select id from pacticipants where name = ${pacticipant})`);
  return (await query.execute()).map(({ name }) => name);
}
