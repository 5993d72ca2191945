import { type CompiledQuery, type Expression, type RawBuilder, sql } from 'kysely';
import { type Db, isPostgres } from './database.ts';

class Placeholder {
  readonly name: string;
  readonly encode: (value: unknown) => unknown;

  constructor(name: string, encode: (value: unknown) => unknown = (value) => value) {
    this.name = name;
    this.encode = encode;
  }
}

export interface Parameters<P> {
  /** Stands for the value of a parameter while the query is built. */
  value<K extends keyof P & string>(name: K): P[K];
  /** `column in (…)` for a list handed over as one parameter, so that lists of any length share one statement. */
  in<K extends keyof P & string>(column: Expression<unknown>, name: K): RawBuilder<boolean>;
}

/** What Kysely builds, or SQL written out. */
interface Query<R> {
  compile(db: Db): CompiledQuery<R>;
}

/**
 * A query built and compiled once for each store, then run with other values: Kysely's types without its cost on every call.
 * Only for queries whose shape never depends on the values.
 */
export function prepared<P extends object, R>(build: (db: Db, parameters: Parameters<P>) => Query<R>) {
  const compiled = new WeakMap<object, CompiledQuery<R>>();
  return async (db: Db, values: P): Promise<R[]> => {
    // A transaction has an executor of its own but shares its store's adapter.
    const store = db.getExecutor().adapter;
    let query = compiled.get(store);
    if (!query) {
      query = build(db, parametersFor<P>(db)).compile(db);
      compiled.set(store, query);
    }
    const parameters = query.parameters.map((p) => (p instanceof Placeholder ? p.encode(values[p.name as keyof P]) : p));
    return (await db.executeQuery<R>({ ...query, parameters })).rows;
  };
}

function parametersFor<P>(db: Db): Parameters<P> {
  const postgres = isPostgres(db);
  return {
    value: (name) => new Placeholder(name) as P[typeof name],
    in: (column, name) =>
      postgres
        ? sql<boolean>`${column} = any(${new Placeholder(name)})`
        : sql<boolean>`${column} in (select value from json_each(${new Placeholder(name, JSON.stringify)}))`,
  };
}

/** The first row, or undefined. */
export const first = <R>(rows: R[]): R | undefined => rows[0];
