import pg from 'pg';
import { openDatabase } from '../../storage/database.ts';
import { migrate } from '../../storage/migrate.ts';
import { copyIn } from './copy-in.ts';
import { history } from './history.ts';
import { keptTables } from './kept-tables.ts';
import { type RowWriter, writeRows } from './row-writer.ts';
import type { Size } from './sizes.ts';
import { countedTables, tables } from './tables.ts';

/** Makes a new schema in a database and fills it. The user must be a superuser, because foreign keys are not checked meanwhile. */
export async function fillPostgres({ url, schema }: { url: string; schema: string }, size: Size): Promise<void> {
  const { db, close } = openDatabase({ url, schema, connections: 1 });
  await migrate(db, { schema });
  await close();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`set search_path to ${schema}; set session_replication_role = replica; set synchronous_commit = off;
    set work_mem = '256MB'; set maintenance_work_mem = '256MB'`);
  const indexes = await takeIndexesAway(client, schema);
  await writeRows(history(size), copyWriter(client));
  for (const statement of [...indexes, 'analyze', ...keptTables]) await client.query(statement);
  for (const table of countedTables)
    await client.query(`select setval(pg_get_serial_sequence('${table}', 'id'), (select coalesce(max(id), 1) from ${table}))`);
  await client.query('vacuum (analyze)');
  await client.end();
}

/** Indexes are made faster over rows that are there; those of primary keys and constraints stay. Hands back the statements that make them. */
async function takeIndexesAway(client: pg.Client, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes where schemaname = $1
     and not exists (select from pg_constraint c join pg_class i on i.oid = c.conindid join pg_namespace n on n.oid = i.relnamespace
                     where n.nspname = $1 and i.relname = indexname)`,
    [schema],
  );
  for (const { indexname } of rows) await client.query(`drop index ${indexname}`);
  return rows.map(({ indexdef }) => indexdef);
}

const copyWriter = (client: pg.Client): RowWriter => ({
  write: (table, rows) => copyIn(client, `${table} (${tables[table].join(', ')})`, rows),
});
