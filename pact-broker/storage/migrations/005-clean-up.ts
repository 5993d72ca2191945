import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from '../dialects/column-types.ts';

/** Who is cleaning up, and what came of the last time. One row. */
export async function up(db: Kysely<unknown>, { int, text }: ColumnTypes): Promise<void> {
  const statements = [
    `create table clean_up (
      id ${int} primary key, lease ${text}, leased_until ${text},
      started_at ${text}, ended_at ${text}, deleted ${int} not null, stopped ${int} not null)`,
    'insert into clean_up (id, deleted, stopped) values (1, 0, 0)',
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
