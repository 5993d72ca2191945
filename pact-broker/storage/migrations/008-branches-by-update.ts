import { type Kysely, sql } from 'kysely';

/** A page of a pacticipant's branches straight from an index: it may have ten thousand. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('create index branches_by_update on branches (pacticipant_id, updated_at desc, id desc)').execute(db);
}
