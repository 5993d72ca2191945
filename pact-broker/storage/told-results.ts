import { sql } from 'kysely';
import type { Db } from './database.ts';
import { prepared } from './prepared.ts';
import type { Flag } from './schema.ts';

/** The result that events tell of a content. */
export interface ToldResult {
  pact_version_id: number;
  id: number;
  success: Flag;
  provider_version_id: number;
  provider_version: string;
}

/**
 * For each of these contents the newest result of the provider's main branch; where that branch has none, or there is no such
 * branch, the newest of all. So the reference tells it: what an unmerged branch made of a content says little about the provider.
 */
export const findToldResults = prepared<{ pactVersionIds: number[] }, ToldResult>((db, p) =>
  db
    .selectFrom('pact_versions as pv')
    .innerJoin('verifications as v', (join) =>
      join.on('v.id', '=', sql<number>`coalesce((${newestOfMainBranch(db)}), (${newestOfContent(db)}))`),
    )
    .innerJoin('versions as n', 'n.id', 'v.provider_version_id')
    .select(['pv.id as pact_version_id', 'v.id', 'v.success', 'v.provider_version_id', 'n.number as provider_version'])
    .where(p.in(sql.ref('pv.id'), 'pactVersionIds')),
);

const resultsOfContent = (db: Db) =>
  db.selectFrom('verifications as r').where('r.pact_version_id', '=', sql.ref<number>('pv.id')).orderBy('r.id', 'desc').limit(1);

const newestOfContent = (db: Db) => resultsOfContent(db).select('r.id');

const newestOfMainBranch = (db: Db) =>
  resultsOfContent(db)
    .select('r.id')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('branch_versions as bv')
          .innerJoin('branches as b', 'b.id', 'bv.branch_id')
          .innerJoin('pacticipants as provider', (join) =>
            join.onRef('provider.id', '=', 'b.pacticipant_id').onRef('provider.main_branch', '=', 'b.name'),
          )
          .select('bv.version_id')
          .whereRef('bv.version_id', '=', 'r.provider_version_id'),
      ),
    );
