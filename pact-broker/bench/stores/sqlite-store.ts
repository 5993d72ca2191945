import { DatabaseSync } from 'node:sqlite';
import { openDatabase } from '../../storage/database.ts';
import { migrate } from '../../storage/migrate.ts';
import { history } from './history.ts';
import { keptTables } from './kept-tables.ts';
import { type RowWriter, writeRows } from './row-writer.ts';
import type { Size } from './sizes.ts';
import { tables, type Value } from './tables.ts';

/** Makes a new SQLite file and fills it. What a crash would leave of it is not to be used. */
export async function fillSqlite(file: string, size: Size): Promise<void> {
  const { db, close } = openDatabase({ file });
  await migrate(db);
  await close();
  const database = new DatabaseSync(file);
  database.exec('pragma journal_mode = off; pragma synchronous = off; pragma foreign_keys = off; pragma cache_size = -262144');
  const indexes = takeIndexesAway(database);
  database.exec('begin');
  await writeRows(history(size), sqliteWriter(database));
  for (const statement of [...indexes, ...keptTables]) database.exec(statement);
  database.exec('commit; analyze; pragma journal_mode = wal');
  database.close();
}

/** Indexes are made faster over rows that are there. Hands back the statements that make them. */
function takeIndexesAway(database: DatabaseSync): string[] {
  const indexes = database.prepare(`select name, sql from sqlite_master where type = 'index' and sql is not null`).all();
  for (const { name } of indexes) database.exec(`drop index ${name}`);
  return indexes.map(({ sql }) => sql as string);
}

function sqliteWriter(database: DatabaseSync): RowWriter {
  return {
    write: async (table, rows: Value[][]) => {
      const columns = tables[table];
      const statement = database.prepare(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`);
      for (const row of rows) statement.run(...row);
    },
  };
}
