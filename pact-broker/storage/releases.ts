import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { NewRow, Row } from './schema.ts';

export type ReleasedVersion = Row<'environment_versions'>;

/** With the names that its representation needs. */
export interface ReleasedVersionDetails extends ReleasedVersion {
  pacticipant: string;
  version: string;
}

/** Records a release, unless the version is supported there already; hands back the one in force, and whether it is new. */
export async function putReleasedVersion(
  trx: Db,
  release: Omit<NewRow<'environment_versions'>, 'kind' | 'application_instance'>,
): Promise<{ uuid: string; created: boolean }> {
  for (;;) {
    const inserted = await trx
      .insertInto('environment_versions')
      .values({ ...release, kind: 'released', application_instance: '' })
      .onConflict((c) =>
        c.columns(['environment_id', 'version_id']).where('ended_at', 'is', null).where('kind', '=', sql.lit('released')).doNothing(),
      )
      .returning('uuid')
      .executeTakeFirst();
    if (inserted) return { uuid: inserted.uuid, created: true };
    const found = await trx
      .selectFrom('environment_versions')
      .select('uuid')
      .where('environment_id', '=', release.environment_id)
      .where('version_id', '=', release.version_id)
      .where('kind', '=', 'released')
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (found) return { uuid: found.uuid, created: false };
    // Its support ended between the two statements: now the new release can be recorded.
  }
}

/** Ends the support of a release, unless it has ended already. */
export async function endReleasedVersion(db: Db, uuid: string, now: string): Promise<void> {
  await db
    .updateTable('environment_versions')
    .set({ ended_at: now, updated_at: now })
    .where('uuid', '=', uuid)
    .where('kind', '=', 'released')
    .where('ended_at', 'is', null)
    .execute();
}

const details = (db: Db) =>
  db
    .selectFrom('environment_versions as r')
    .innerJoin('pacticipants as p', 'p.id', 'r.pacticipant_id')
    .innerJoin('versions as v', 'v.id', 'r.version_id')
    .selectAll('r')
    .select(['p.name as pacticipant', 'v.number as version'])
    .where('r.kind', '=', 'released');

export const findReleasedVersion = (db: Db, uuid: string): Promise<ReleasedVersionDetails | undefined> =>
  details(db).where('r.uuid', '=', uuid).executeTakeFirst();

export interface ReleaseFilter {
  pacticipant?: string | undefined;
  version?: string | undefined;
}

/** What is supported in an environment now, the oldest release first. */
export function findCurrentlySupported(db: Db, environmentId: number, filter: ReleaseFilter): Promise<ReleasedVersionDetails[]> {
  let query = details(db).where('r.environment_id', '=', environmentId).where('r.ended_at', 'is', null).orderBy('r.id');
  if (filter.pacticipant !== undefined) query = query.where('p.name', '=', filter.pacticipant);
  if (filter.version !== undefined) query = query.where('v.number', '=', filter.version);
  return query.execute();
}

/** Every time a version was released to an environment, the newest first. */
export const findReleasesOfVersion = (db: Db, versionId: number, environmentId: number): Promise<ReleasedVersionDetails[]> =>
  details(db).where('r.version_id', '=', versionId).where('r.environment_id', '=', environmentId).orderBy('r.id', 'desc').execute();
