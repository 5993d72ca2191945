import { sql } from 'kysely';
import { decompressWithin } from './compression.ts';
import type { Db } from './database.ts';
import { prepared } from './prepared.ts';
import type { StoredReport } from './verifications.ts';

/** Bytes of JSON that are read for one answer. A report may have ten megabytes, and twenty such would hold up all requests for seconds. */
const MOST_READ = 4 * 1024 * 1024;
/** Bytes of a compressed report that is worth fetching for that. */
const LONGEST_FETCHED = 1024 * 1024;

const bodies = prepared<{ ids: number[] }, { verification_id: number; body: Uint8Array | null }>((db, p) =>
  db
    .selectFrom('verification_results as r')
    .select([
      'r.verification_id',
      sql<Uint8Array | null>`case when length(r.body) <= ${sql.lit(LONGEST_FETCHED)} then r.body end`.as('body'),
    ])
    .where(p.in(sql.ref('r.verification_id'), 'ids')),
);

/** The reports of these results by their ids, the first of them first, as far as they are quickly read; long ones are left out. */
export async function findShortReports(db: Db, ids: number[]): Promise<Map<number, StoredReport>> {
  const found = new Map((await bodies(db, { ids })).map(({ verification_id, body }) => [verification_id, body]));
  const reports = new Map<number, StoredReport>();
  let left = MOST_READ;
  for (const id of ids) {
    const body = found.get(id);
    const text = body && left > 0 ? decompressWithin(body, left) : undefined;
    if (text === undefined) continue;
    left -= Buffer.byteLength(text);
    reports.set(id, { untested: [], ...JSON.parse(text) });
  }
  return reports;
}
