import { Kysely, PostgresAdapter } from 'kysely';
import { openPostgres, openPostgresPool } from './dialects/postgres.ts';
import { openSqlite } from './dialects/sqlite.ts';
import type { Tables } from './schema.ts';

/** One tenant's store, or a transaction in it. Whoever holds it can reach no other tenant. */
export type Db = Kysely<Tables>;

export interface OpenDatabase {
  db: Db;
  /** Ends the connections, once nothing uses them any more. */
  close: () => Promise<void>;
}

export type DatabaseLocation = { file: string } | { url: string; schema: string; connections: number };

/** Opens the store of one tenant: a SQLite file (or ':memory:'), or a schema of a PostgreSQL database. Tables are made by `migrate`. */
export function openDatabase(location: DatabaseLocation): OpenDatabase {
  if ('file' in location) {
    const db = new Kysely<Tables>({ dialect: openSqlite(location.file) });
    return { db, close: () => db.destroy() };
  }
  const pool = openPostgresPool(location.url, location.connections);
  const db = new Kysely<Tables>({ dialect: openPostgres(pool, location.schema) });
  return {
    db,
    close: async () => {
      await db.destroy();
      await pool.end();
    },
  };
}

export const isPostgres = (db: Db): boolean => db.getExecutor().adapter instanceof PostgresAdapter;
