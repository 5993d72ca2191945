import type { Db } from './database.ts';
import type { NewRow, Row } from './schema.ts';

export type Environment = Row<'environments'>;

export const findEnvironmentByName = (db: Db, name: string): Promise<Environment | undefined> =>
  db.selectFrom('environments').selectAll().where('name', '=', name).executeTakeFirst();

/** Whether nothing is deployed or released there now. */
export async function isEnvironmentEmpty(db: Db, name: string): Promise<boolean> {
  const query = db
    .selectFrom('environment_versions as v')
    .innerJoin('environments as e', 'e.id', 'v.environment_id')
    .select('v.id')
    .where('e.name', '=', name)
    .where('v.ended_at', 'is', null)
    .limit(1);
  return (await query.executeTakeFirst()) === undefined;
}

export const findEnvironment = (db: Db, uuid: string): Promise<Environment | undefined> =>
  db.selectFrom('environments').selectAll().where('uuid', '=', uuid).executeTakeFirst();

export const findEnvironmentById = (db: Db, id: number): Promise<Environment | undefined> =>
  db.selectFrom('environments').selectAll().where('id', '=', id).executeTakeFirst();

/** All of them, or the one of a name. There are few: no pages. */
export function findEnvironments(db: Db, name?: string): Promise<Environment[]> {
  const query = db.selectFrom('environments').selectAll().orderBy('id');
  return (name === undefined ? query : query.where('name', '=', name)).execute();
}

export const insertEnvironment = (trx: Db, environment: NewRow<'environments'>): Promise<Environment> =>
  trx.insertInto('environments').values(environment).returningAll().executeTakeFirstOrThrow();

export type EnvironmentChanges = Pick<Environment, 'name' | 'display_name' | 'production' | 'contacts' | 'updated_at'>;

export const updateEnvironment = (trx: Db, uuid: string, changes: EnvironmentChanges): Promise<Environment | undefined> =>
  trx.updateTable('environments').set(changes).where('uuid', '=', uuid).returningAll().executeTakeFirst();

/** Deletes an environment with the record of what was deployed and released there. Says whether it was there. */
export async function deleteEnvironment(db: Db, uuid: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('environments').where('uuid', '=', uuid).executeTakeFirst();
  return numDeletedRows > 0n;
}
