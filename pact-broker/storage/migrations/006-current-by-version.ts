import { type Kysely, sql } from 'kysely';

/** Where a version is now, straight from an index: every gate asks it of every version in its answer. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('drop index environment_versions_by_version').execute(db);
  await sql.raw('create index environment_versions_by_version on environment_versions (version_id, ended_at)').execute(db);
}
