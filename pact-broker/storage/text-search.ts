import { type Expression, type RawBuilder, sql } from 'kysely';
import { type Db, isPostgres } from './database.ts';

/** Whether a column contains a text, upper and lower case of ASCII letters taken as equal; alike on both databases. */
export const containsText = (db: Db, column: Expression<unknown>, text: string): RawBuilder<boolean> =>
  isPostgres(db)
    ? sql<boolean>`strpos(lower(${column}), lower(${text}::text collate "C")) > 0`
    : sql<boolean>`instr(lower(${column}), lower(${text})) > 0`;
