import type { QueryResult } from 'kysely';

/** What a connection hands back to Kysely for a statement without rows. */
export const changed = <R>(rows: number | bigint): QueryResult<R> => ({ rows: [], numAffectedRows: BigInt(rows) });
