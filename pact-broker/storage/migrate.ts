import { sql } from 'kysely';
import { type Db, isPostgres } from './database.ts';
import type { ColumnTypes } from './dialects/column-types.ts';
import { postgresColumnTypes } from './dialects/postgres.ts';
import { sqliteColumnTypes } from './dialects/sqlite.ts';
import { up as contracts } from './migrations/001-contracts.ts';
import { up as latestResultOfContent } from './migrations/002-latest-result-of-content.ts';
import { up as webhooks } from './migrations/003-webhooks.ts';
import { up as environmentVersions } from './migrations/004-environment-versions.ts';
import { up as cleanUp } from './migrations/005-clean-up.ts';
import { up as currentByVersion } from './migrations/006-current-by-version.ts';
import { up as branchOrder } from './migrations/007-branch-order.ts';
import { up as listsByTime } from './migrations/008-lists-by-time.ts';

type Migration = (db: Db, types: ColumnTypes) => Promise<void>;

/** In order, never changed once released; the schema's version is how many have been applied. */
const migrations: Migration[] = [
  contracts as Migration,
  latestResultOfContent as Migration,
  webhooks as Migration,
  environmentVersions as Migration,
  cleanUp as Migration,
  currentByVersion as Migration,
  branchOrder as Migration,
  listsByTime as Migration,
];

export class SchemaTooNew extends Error {
  readonly code = 'schema-too-new';
  constructor(found: number, known: number) {
    super(
      `The database has schema version ${found}, this program knows versions up to ${known}. ` +
        'It was written by a newer release: start that release, or restore a backup made before the upgrade.',
    );
  }
}

interface MigrateOptions {
  /** Of PostgreSQL. */
  schema?: string;
  /** An earlier one than this program's. */
  version?: number;
  /** What a store holds from its beginning. It is written with the first tables or, where that fails, neither is. */
  whenNew?: (trx: Db) => Promise<void>;
}

/**
 * Brings the store to this program's schema, or to an earlier version of it, alone: other processes that start at the same time
 * wait. Throws SchemaTooNew.
 */
export async function migrate(
  db: Db,
  { schema = 'main', version = migrations.length, whenNew = async () => {} }: MigrateOptions = {},
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const types = isPostgres(trx) ? await lockPostgres(trx, schema) : sqliteColumnTypes;
    await sql`create table if not exists schema_versions (version integer primary key, applied_at ${sql.raw(types.text)} not null)`.execute(
      trx,
    );
    const { rows } = await sql<{ version: number | null }>`select max(version) as version from schema_versions`.execute(trx);
    const current = rows[0]?.version ?? 0;
    if (current > migrations.length) throw new SchemaTooNew(current, migrations.length);
    for (const [index, apply] of migrations.slice(0, version).entries()) {
      if (index < current) continue;
      await apply(trx, types);
      await sql`insert into schema_versions (version, applied_at) values (${index + 1}, ${new Date().toISOString()})`.execute(trx);
    }
    if (current === 0) await whenNew(trx);
  });
}

async function lockPostgres(trx: Db, schema: string): Promise<ColumnTypes> {
  await sql`select pg_advisory_xact_lock(hashtext(${`concordat migrate ${schema}`}))`.execute(trx);
  await sql`create schema if not exists ${sql.id(schema)}`.execute(trx);
  return postgresColumnTypes;
}
