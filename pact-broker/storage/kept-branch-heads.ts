import { sql } from 'kysely';
import { type Db, isPostgres } from './database.ts';
import { firstSuccesses, putBranchHeadPacts, putBranchSuccesses } from './head-writes.ts';
import { prepared } from './prepared.ts';

/**
 * What is kept about heads, when versions go away. Each deletion has three steps in one transaction: vacate what the versions
 * stand at, delete, refill from what is left. The caller has locked the pacticipant, then the versions (in that order), so that
 * deletions of one pacticipant follow one another and nothing is published under a version that goes. Refilling leaves alone
 * what a parallel publication of a newer version has put there in the meantime.
 */
export interface Vacancies {
  branchIds: number[];
  /** Providers whose newest pact of these branches went away. */
  providerIds: number[];
  /** Contents whose first success on these branches may have gone away. */
  pactVersionIds: number[];
}

/** Before versions leave branches. Locks the branches. */
export async function vacateBranches(trx: Db, versionIds: number[], branchIds: number[]): Promise<Vacancies> {
  await lockBranches(trx, branchIds);
  const successes = await successesOf(trx, { versionIds, branchIds });
  const pactVersionIds = successes.map(({ pact_version_id }) => pact_version_id);
  const heads = await clearBranchHeadPacts(trx, { versionIds, branchIds });
  await clearBranchSuccesses(trx, { branchIds, pactVersionIds });
  return { branchIds, providerIds: [...new Set(heads.map(({ provider_id }) => provider_id))], pactVersionIds };
}

/** After versions left branches: of the rest, the one put there last becomes the head. */
export async function refillBranches(trx: Db, vacancies: Vacancies): Promise<void> {
  await resetBranchHeads(trx, vacancies);
  await refillBranchHeadPacts(trx, vacancies);
  await refillBranchSuccesses(trx, vacancies);
}

async function lockBranches(trx: Db, branchIds: number[]): Promise<void> {
  // Without it, a head set at the same moment by a publication would be overwritten from an older view of the branch.
  if (isPostgres(trx)) await lockedBranches(trx, { branchIds });
}

const lockedBranches = prepared<{ branchIds: number[] }, unknown>((db, p) =>
  db
    .selectFrom('branches')
    .select('id')
    .where(p.in(sql.ref('id'), 'branchIds'))
    .orderBy('id')
    .forUpdate(),
);

type OnBranches = { versionIds: number[]; branchIds: number[] };

const successesOf = prepared<OnBranches, { pact_version_id: number }>((db, p) =>
  db
    .selectFrom('verifications as v')
    .innerJoin('branch_successes as s', 's.pact_version_id', 'v.pact_version_id')
    .select('v.pact_version_id')
    .distinct()
    .where(p.in(sql.ref('v.provider_version_id'), 'versionIds'))
    .where('v.success', '=', 1)
    .where(p.in(sql.ref('s.branch_id'), 'branchIds'))
    .where(sql<boolean>`v.created_at <= coalesce(s.first_explicit_at, s.first_success_at)`),
);

const clearBranchHeadPacts = prepared<OnBranches, { provider_id: number }>((db, p) =>
  db
    .deleteFrom('branch_head_pacts')
    .where(p.in(sql.ref('consumer_version_id'), 'versionIds'))
    .where(p.in(sql.ref('branch_id'), 'branchIds'))
    .returning('provider_id'),
);

const clearBranchSuccesses = prepared<{ branchIds: number[]; pactVersionIds: number[] }, never>((db, p) =>
  db
    .deleteFrom('branch_successes')
    .where(p.in(sql.ref('pact_version_id'), 'pactVersionIds'))
    .where(p.in(sql.ref('branch_id'), 'branchIds')),
);

const lastOnBranch = (column: 'version_id' | 'position') =>
  sql<number>`(select bv.${sql.ref(column)} from branch_versions as bv where bv.branch_id = branches.id
    order by bv.position desc, bv.version_id desc limit 1)`;

const resetBranchHeads = prepared<Vacancies, never>((db, p) =>
  db
    .updateTable('branches')
    .set({ head_version_id: lastOnBranch('version_id'), head_position: lastOnBranch('position') })
    .where(p.in(sql.ref('id'), 'branchIds')),
);

const refillBranchHeadPacts = prepared<Vacancies, never>((db, p) =>
  putBranchHeadPacts(
    db,
    db
      .selectFrom((eb) =>
        eb
          .selectFrom('branches as b')
          .innerJoin('pacticipants as provider', (join) => join.on(p.in(sql.ref('provider.id'), 'providerIds')))
          .select(['b.id as branch_id', 'provider.id as provider_id'])
          .select((s) =>
            s
              .selectFrom('pact_publications as newest')
              .select('newest.consumer_version_id')
              .whereRef('newest.consumer_id', '=', 'b.pacticipant_id')
              .whereRef('newest.provider_id', '=', 'provider.id')
              .where(({ exists, selectFrom }) =>
                exists(
                  selectFrom('branch_versions as bv')
                    .select('bv.version_id')
                    .whereRef('bv.branch_id', '=', 'b.id')
                    .whereRef('bv.version_id', '=', 'newest.consumer_version_id'),
                ),
              )
              .orderBy('newest.consumer_version_id', 'desc')
              .limit(1)
              .as('consumer_version_id'),
          )
          .where(p.in(sql.ref('b.id'), 'branchIds'))
          .as('h'),
      )
      .innerJoin('pact_publications as pp', (join) =>
        join.onRef('pp.consumer_version_id', '=', 'h.consumer_version_id').onRef('pp.provider_id', '=', 'h.provider_id'),
      )
      .select(['h.branch_id', 'pp.provider_id', 'pp.consumer_id', 'pp.consumer_version_id', 'pp.pact_version_id', 'pp.created_at'])
      // SQLite takes the "on" of an upsert for a join's, unless a "where" stands between.
      .where('h.consumer_version_id', 'is not', null),
  ),
);

const refillBranchSuccesses = prepared<Vacancies, never>((db, p) =>
  putBranchSuccesses(
    db,
    db
      .selectFrom('verifications as v')
      .innerJoin('branch_versions as bv', 'bv.version_id', 'v.provider_version_id')
      .select(['v.pact_version_id', 'bv.branch_id', ...firstSuccesses])
      .where(p.in(sql.ref('v.pact_version_id'), 'pactVersionIds'))
      .where(p.in(sql.ref('bv.branch_id'), 'branchIds'))
      .where('v.success', '=', 1)
      .groupBy(['v.pact_version_id', 'bv.branch_id'])
      .orderBy('v.pact_version_id')
      .orderBy('bv.branch_id'),
  ),
);
