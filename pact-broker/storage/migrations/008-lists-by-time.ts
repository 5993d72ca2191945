import { type Kysely, sql } from 'kysely';

/** What is listed with the newest first comes straight from an index: a pacticipant's branches, which may be ten thousand; a matrix. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    'create index branches_by_update on branches (pacticipant_id, updated_at desc, id desc)',
    'create index pact_publications_by_time on pact_publications (consumer_id, provider_id, created_at desc)',
    'create index latest_verifications_by_time on latest_verifications (consumer_id, provider_id, created_at desc, verification_id desc)',
    'drop index latest_verifications_by_consumer',
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
