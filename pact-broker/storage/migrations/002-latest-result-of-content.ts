import { type Kysely, sql } from 'kysely';

/** The last result of a content is read for every line of the dashboard: straight from an index, however many results there are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('create index verifications_latest_of_content on verifications (pact_version_id, id)').execute(db);
}
