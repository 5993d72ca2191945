import { sql } from 'kysely';

/** A text by id. Not a join: for a few rows each database looks up each id, where it might scan the table, or begin with it, to join it. */
export const textOf = (table: string, column: string, id: string) =>
  sql<string>`(select x.${sql.ref(column)} from ${sql.table(table)} as x where x.id = ${sql.ref(id)})`;
