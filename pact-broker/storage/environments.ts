import type { Db } from './database.ts';
import type { Row } from './schema.ts';

export type Environment = Row<'environments'>;

export const findEnvironmentByName = (db: Db, name: string): Promise<Environment | undefined> =>
  db.selectFrom('environments').selectAll().where('name', '=', name).executeTakeFirst();
