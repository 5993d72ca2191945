import { type Expression, type SqlBool, sql } from 'kysely';
import type { Db } from './database.ts';
import { prepared } from './prepared.ts';

/** A publication that a selector found, with what says why: a branch, tag or environment name, or nothing. */
export interface SelectedRow {
  consumer: string;
  consumer_version_id: number;
  consumer_version: string;
  pact_version_id: number;
  sha: string;
  name: string | null;
  kind: string | null;
}

/** `consumer` null means every consumer. */
interface Selection {
  providerId: number;
  consumer: string | null;
}

const whereConsumer = (consumer: string | null, name: Expression<string>): Expression<SqlBool> =>
  sql<SqlBool>`(cast(${consumer} as text) is null or ${name} = ${consumer})`;

/** The branch heads with a provider. */
const branchHeads = (db: Db, { providerId, consumer }: Selection) =>
  db
    .selectFrom('branch_head_pacts as h')
    .innerJoin('branches as b', 'b.id', 'h.branch_id')
    .innerJoin('pacticipants as c', 'c.id', 'h.consumer_id')
    .innerJoin('versions as cv', 'cv.id', 'h.consumer_version_id')
    .innerJoin('pact_versions as pv', 'pv.id', 'h.pact_version_id')
    .select(['c.name as consumer', 'h.consumer_version_id', 'cv.number as consumer_version', 'h.pact_version_id', 'pv.sha', 'b.name'])
    .select(sql<string | null>`'branch'`.as('kind'))
    .where('h.provider_id', '=', providerId)
    .where(whereConsumer(consumer, sql.ref('c.name')));

const tagHeads = (db: Db, { providerId, consumer }: Selection) =>
  db
    .selectFrom('tag_head_pacts as h')
    .innerJoin('pacticipants as c', 'c.id', 'h.consumer_id')
    .innerJoin('versions as cv', 'cv.id', 'h.consumer_version_id')
    .innerJoin('pact_versions as pv', 'pv.id', 'h.pact_version_id')
    .select([
      'c.name as consumer',
      'h.consumer_version_id',
      'cv.number as consumer_version',
      'h.pact_version_id',
      'pv.sha',
      'h.tag as name',
    ])
    .select(sql<string | null>`'tag'`.as('kind'))
    .where('h.provider_id', '=', providerId)
    .where(whereConsumer(consumer, sql.ref('c.name')));

const publications = (db: Db, { providerId, consumer }: Selection) =>
  db
    .selectFrom('pact_publications as pp')
    .innerJoin('pacticipants as c', 'c.id', 'pp.consumer_id')
    .innerJoin('versions as cv', 'cv.id', 'pp.consumer_version_id')
    .innerJoin('pact_versions as pv', 'pv.id', 'pp.pact_version_id')
    .select(['c.name as consumer', 'pp.consumer_version_id', 'cv.number as consumer_version', 'pp.pact_version_id', 'pv.sha'])
    .where('pp.provider_id', '=', providerId)
    .where(whereConsumer(consumer, sql.ref('c.name')));

const selection = <P extends Selection>(p: { value: <K extends keyof P & string>(name: K) => P[K] }) => ({
  providerId: p.value('providerId') as number,
  consumer: p.value('consumer') as string | null,
});

export const selectMainBranches = prepared<Selection, SelectedRow>((db, p) =>
  branchHeads(db, selection(p)).whereRef('b.name', '=', 'c.main_branch'),
);

export const selectBranch = prepared<Selection & { branch: string }, SelectedRow>((db, p) =>
  branchHeads(db, selection(p)).where('b.name', '=', p.value('branch')),
);

export const selectLatestWithTag = prepared<Selection & { tag: string }, SelectedRow>((db, p) =>
  tagHeads(db, selection(p)).where('h.tag', '=', p.value('tag')),
);

export const selectAllWithTag = prepared<Selection & { tag: string }, SelectedRow>((db, p) =>
  publications(db, selection(p))
    .innerJoin('tags as t', 't.version_id', 'pp.consumer_version_id')
    .select(['t.name', sql<string | null>`'tag'`.as('kind')])
    .where('t.name', '=', p.value('tag')),
);

export const selectLatest = prepared<Selection, SelectedRow>((db, p) =>
  publications(db, selection(p))
    .select([sql<string | null>`null`.as('name'), sql<string | null>`null`.as('kind')])
    .where('pp.id', 'in', (eb) =>
      eb
        .selectFrom('integrations as i')
        .where('i.provider_id', '=', p.value('providerId'))
        .select((e) =>
          e
            .selectFrom('pact_publications as newest')
            .select('newest.id')
            .whereRef('newest.consumer_id', '=', 'i.consumer_id')
            .whereRef('newest.provider_id', '=', 'i.provider_id')
            .orderBy('newest.consumer_version_id', 'desc')
            .limit(1)
            .as('id'),
        ),
    ),
);

/** What is deployed to (or released and supported in) an environment, or in any where `environment` is null. */
const selectInEnvironment = (table: 'deployed_versions' | 'released_versions', kind: 'deployed' | 'released') =>
  prepared<Selection & { environment: string | null }, SelectedRow>((db, p) =>
    publications(db, selection(p))
      .innerJoin('integrations as i', (join) =>
        join.onRef('i.consumer_id', '=', 'pp.consumer_id').onRef('i.provider_id', '=', 'pp.provider_id'),
      )
      .innerJoin(`${table as 'deployed_versions'} as d`, (join) =>
        join
          .onRef('d.version_id', '=', 'pp.consumer_version_id')
          .onRef('d.pacticipant_id', '=', 'i.consumer_id')
          .on('d.ended_at', 'is', null),
      )
      .innerJoin('environments as e', 'e.id', 'd.environment_id')
      .select(['e.name', sql<string | null>`${sql.lit(kind)}`.as('kind')])
      .where(sql<SqlBool>`(cast(${p.value('environment')} as text) is null or e.name = ${p.value('environment')})`)
      .distinct(),
  );

export const selectDeployed = selectInEnvironment('deployed_versions', 'deployed');
export const selectReleased = selectInEnvironment('released_versions', 'released');

interface WorkInProgress {
  providerId: number;
  /** The verifying provider branch; -1 where it is not known yet. */
  branchId: number;
  /** When that branch began: what another branch verified before is inherited, not work in progress. */
  branchSince: string;
  publishedAfter: string;
}

const unverified = <P extends WorkInProgress>(p: { value: <K extends keyof P & string>(name: K) => P[K] }): Expression<SqlBool> =>
  sql<SqlBool>`not exists (select 1 from branch_successes as s where s.pact_version_id = h.pact_version_id
    and (s.branch_id = ${p.value('branchId')} or s.first_success_at < ${p.value('branchSince')}))`;

/** Branch heads that the provider branch has neither verified nor inherited. */
export const selectWipBranchHeads = prepared<WorkInProgress, SelectedRow>((db, p) =>
  branchHeads(db, { providerId: p.value('providerId'), consumer: null })
    .where('h.published_at', '>', p.value('publishedAfter'))
    .where(unverified(p)),
);

export const selectWipTagHeads = prepared<WorkInProgress, SelectedRow>((db, p) =>
  tagHeads(db, { providerId: p.value('providerId'), consumer: null })
    .where('h.published_at', '>', p.value('publishedAfter'))
    .where(unverified(p)),
);

/** Which of these contents a provider branch has verified with success. */
export const findVerifiedByBranch = prepared<{ pactVersionIds: number[]; branchId: number }, { pact_version_id: number }>((db, p) =>
  db
    .selectFrom('branch_successes')
    .select('pact_version_id')
    .where(p.in(sql.ref('pact_version_id'), 'pactVersionIds'))
    .where('branch_id', '=', p.value('branchId')),
);

/** Which of these contents provider versions with a tag have verified with success. */
export const findVerifiedByTag = prepared<{ pactVersionIds: number[]; tag: string }, { pact_version_id: number }>((db, p) =>
  db
    .selectFrom('verifications as v')
    .innerJoin('tags as t', 't.version_id', 'v.provider_version_id')
    .select('v.pact_version_id')
    .distinct()
    .where(p.in(sql.ref('v.pact_version_id'), 'pactVersionIds'))
    .where('v.success', '=', 1)
    .where('t.name', '=', p.value('tag')),
);

/** Which of these contents any provider version has verified with success. */
export const findVerifiedByAny = prepared<{ pactVersionIds: number[] }, { pact_version_id: number }>((db, p) =>
  db
    .selectFrom('latest_verifications as v')
    .select('v.pact_version_id')
    .distinct()
    .where(p.in(sql.ref('v.pact_version_id'), 'pactVersionIds'))
    .where('v.success', '=', 1),
);
