import { type Kysely, sql } from 'kysely';

/** Straight from an index, however many results there are: the last result of a content (dashboard), the last of an integration (badges). */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    'create index verifications_latest_of_content on verifications (pact_version_id, id)',
    'create index verifications_latest_of_integration on verifications (consumer_id, provider_id, id)',
    'drop index verifications_by_consumer',
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
