import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { ColumnTypes } from './column-types.ts';
import { changed } from './statement-result.ts';

export const sqliteColumnTypes: ColumnTypes = {
  id: 'integer primary key autoincrement',
  int: 'integer',
  text: 'text',
  blob: 'blob',
};

/** One file (or ':memory:'), written ahead and flushed at every commit: what is acknowledged survives a killed process and a lost machine. */
export function openSqlite(path: string): Dialect {
  const driver = new SqliteDriver(path);
  return {
    createDriver: () => driver,
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/**
 * One connection. Whoever holds it is alone: a transaction is never interleaved with another request's statements.
 * Waiting costs nothing, because node:sqlite works on this thread anyway.
 */
class SqliteDriver implements Driver {
  readonly #path: string;
  #connection: SqliteConnection | undefined;
  #turn: Promise<void> = Promise.resolve();
  #release: (() => void) | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  async init(): Promise<void> {
    this.#connection = new SqliteConnection(this.#path);
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#turn;
    let release: () => void = () => {};
    this.#turn = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    this.#release = release;
    return this.#connection as SqliteConnection;
  }

  async releaseConnection(): Promise<void> {
    this.#release?.();
  }

  async beginTransaction(): Promise<void> {
    this.#connection?.database.exec('begin immediate');
  }

  async commitTransaction(): Promise<void> {
    this.#connection?.database.exec('commit');
  }

  async rollbackTransaction(): Promise<void> {
    if (this.#connection?.database.isTransaction) this.#connection.database.exec('rollback');
  }

  async destroy(): Promise<void> {
    this.#connection?.database.close();
    this.#connection = undefined;
  }
}

interface Prepared {
  statement: StatementSync;
  /** Names of the columns; none for a statement that hands back no rows. */
  columns: string[];
}

class SqliteConnection implements DatabaseConnection {
  readonly database: DatabaseSync;
  readonly #prepared = new Map<string, Prepared>();

  constructor(path: string) {
    this.database = new DatabaseSync(path);
    this.database.exec(`
      pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 10000;
      pragma cache_size = -65536; pragma mmap_size = 1073741824; pragma temp_store = memory;`);
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { statement, columns } = this.#prepare(sql);
    const values = parameters as SQLInputValue[];
    if (columns.length > 0) return { rows: (statement.all(...values) as unknown as unknown[][]).map((row) => named<R>(columns, row)) };
    return changed(statement.run(...values).changes);
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery(query);
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.database.prepare(sql);
    statement.setReturnArrays(true);
    const prepared = { statement, columns: statement.columns().map(({ name }) => name) };
    // Lists of values are passed as one parameter, so the set of texts is small; the cap guards against a query that forgets that.
    if (this.#prepared.size > 1000) this.#prepared.clear();
    this.#prepared.set(sql, prepared);
    return prepared;
  }
}

/** A row as an object. The objects that node:sqlite makes itself are slow to read. */
function named<R>(columns: string[], values: unknown[]): R {
  const row: Record<string, unknown> = {};
  for (let index = 0; index < columns.length; index++) row[columns[index] as string] = values[index];
  return row as R;
}
