import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from './database.ts';
import { type Parameters, prepared } from './prepared.ts';
import { textOf } from './text-of.ts';

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

const isConsumer = (consumer: string | null, id: string): Expression<SqlBool> =>
  sql<SqlBool>`(cast(${consumer} as text) is null or ${sql.ref(id)} = (select x.id from pacticipants as x where x.name = ${consumer}))`;

interface Head {
  consumer_id: number;
  consumer_version_id: number;
  pact_version_id: number;
  name: string;
}

/** What a person is told of the pacts found by `heads`: those of head versions. A head without a pact with the provider has given it up. */
const headPacts = (db: Db, heads: RawBuilder<Head>, kind: 'branch' | 'tag', consumer: string | null) =>
  db
    .selectFrom(sql<Head>`(${heads})`.as('h'))
    .select(toldOf('h'))
    .select(['h.name', sql<string | null>`${sql.lit(kind)}`.as('kind')])
    .where(isConsumer(consumer, 'h.consumer_id'));

const toldOf = <T extends string>(table: T) => [
  textOf('pacticipants', 'name', `${table}.consumer_id`).as('consumer'),
  sql<number>`${sql.ref(`${table}.consumer_version_id`)}`.as('consumer_version_id'),
  textOf('versions', 'number', `${table}.consumer_version_id`).as('consumer_version'),
  sql<number>`${sql.ref(`${table}.pact_version_id`)}`.as('pact_version_id'),
  textOf('pact_versions', 'sha', `${table}.pact_version_id`).as('sha'),
];

/** Of each branch of a consumer of which `picks` is true, the head's pact with the provider; it knows the consumer as p and the branch as b. */
const branchHeads = (db: Db, { providerId, consumer }: Selection, picks: RawBuilder<unknown>) =>
  headPacts(
    db,
    // From the integrations on: the planner would otherwise read every pact that the provider has, or every branch there is.
    sql`select pp.consumer_id, pp.consumer_version_id, pp.pact_version_id, b.name
      from integrations as i join pacticipants as p on p.id = i.consumer_id
      join branches as b on b.pacticipant_id = p.id and ${picks}
      join pact_publications as pp on pp.consumer_version_id = b.head_version_id and pp.provider_id = i.provider_id
      where i.provider_id = ${providerId}`,
    'branch',
    consumer,
  );

const tagHeads = (db: Db, { providerId, consumer }: Selection, tag: string) =>
  headPacts(
    db,
    sql`select pp.consumer_id, pp.consumer_version_id, pp.pact_version_id, t.name
      from integrations as i
      join tag_heads as t on t.pacticipant_id = i.consumer_id and t.name = ${tag}
      join pact_publications as pp on pp.consumer_version_id = t.version_id and pp.provider_id = i.provider_id
      where i.provider_id = ${providerId}`,
    'tag',
    consumer,
  );

const publications = (db: Db, { providerId, consumer }: Selection) =>
  db
    .selectFrom('pact_publications as pp')
    .select(toldOf('pp'))
    .where('pp.provider_id', '=', providerId)
    .where(isConsumer(consumer, 'pp.consumer_id'));

const selection = <P extends Selection>(p: { value: <K extends keyof P & string>(name: K) => P[K] }) => ({
  providerId: p.value('providerId') as number,
  consumer: p.value('consumer') as string | null,
});

export const selectMainBranches = prepared<Selection, SelectedRow>((db, p) => branchHeads(db, selection(p), sql`b.name = p.main_branch`));

export const selectBranch = prepared<Selection & { branch: string }, SelectedRow>((db, p) =>
  branchHeads(db, selection(p), sql`b.name = ${p.value('branch')}`),
);

export const selectLatestWithTag = prepared<Selection & { tag: string }, SelectedRow>((db, p) =>
  tagHeads(db, selection(p), p.value('tag')),
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

/** The newest consumer version with a pact between the two of an integration. */
const newestWithPact = (integration: string) =>
  sql<number>`(select max(n.consumer_version_id) from pact_publications as n
    where n.consumer_id = ${sql.ref(`${integration}.consumer_id`)} and n.provider_id = ${sql.ref(`${integration}.provider_id`)})`;

/**
 * Of each consumer, what a provider verifies that does not say: the head of its main branch; else, for teams that mark it so, of the tag
 * of that name; else its newest pact. `kind` says which.
 */
export const selectByDefault = prepared<{ providerId: number }, SelectedRow>((db, p) =>
  db
    .selectFrom('integrations as i')
    .innerJoin('pacticipants as c', 'c.id', 'i.consumer_id')
    .leftJoin('branches as b', (join) => join.onRef('b.pacticipant_id', '=', 'c.id').onRef('b.name', '=', 'c.main_branch'))
    .leftJoin('tag_heads as t', (join) => join.onRef('t.pacticipant_id', '=', 'c.id').onRef('t.name', '=', 'c.main_branch'))
    .innerJoin('pact_publications as pp', (join) =>
      join
        .onRef('pp.provider_id', '=', 'i.provider_id')
        .on('pp.consumer_version_id', '=', (eb) => eb.fn.coalesce('b.head_version_id', 't.version_id', newestWithPact('i'))),
    )
    .select(toldOf('pp'))
    .select('c.main_branch as name')
    .select(
      sql<string>`case when b.head_version_id is not null then 'main-branch' when t.version_id is not null then 'tag' else 'latest' end`.as(
        'kind',
      ),
    )
    .where('i.provider_id', '=', p.value('providerId')),
);

/** What is deployed to or released and supported in an environment, or in any where `environment` is null. */
export const selectInEnvironment = prepared<Selection & { environment: string | null; kinds: ('deployed' | 'released')[] }, SelectedRow>(
  (db, p) =>
    publications(db, selection(p))
      .innerJoin('integrations as i', (join) =>
        join.onRef('i.consumer_id', '=', 'pp.consumer_id').onRef('i.provider_id', '=', 'pp.provider_id'),
      )
      .innerJoin('environment_versions as d', (join) =>
        join
          .onRef('d.version_id', '=', 'pp.consumer_version_id')
          .onRef('d.pacticipant_id', '=', 'i.consumer_id')
          .on(p.in(sql.ref('d.kind'), 'kinds'))
          .on('d.ended_at', 'is', null),
      )
      .innerJoin('environments as e', 'e.id', 'd.environment_id')
      .select(['e.name', 'd.kind'])
      .where(sql<SqlBool>`(cast(${p.value('environment')} as text) is null or e.name = ${p.value('environment')})`)
      .distinct(),
);

/** The provider that is to verify, with the branch that it verifies from where it is known. */
export const findVerifier = prepared<
  { provider: string; branch: string | null },
  { id: number; branch_id: number | null; branch_created_at: string | null }
>((db, p) =>
  db
    .selectFrom('pacticipants as p')
    .leftJoin('branches as b', (join) => join.onRef('b.pacticipant_id', '=', 'p.id').on('b.name', '=', p.value('branch')))
    .select(['p.id', 'b.id as branch_id', 'b.created_at as branch_created_at'])
    .where('p.name', '=', p.value('provider')),
);

interface WorkInProgress {
  providerId: number;
  /** The verifying provider branch; -1 where it is not known yet. */
  branchId: number;
  /** When that branch began: what another branch verified before is inherited. Null where it has not begun, so that all is. */
  branchSince: string | null;
  publishedAfter: string;
}

/** Whether something happened (not null) before a branch or tag began; at any time, where that has not begun. */
const isBefore = (time: Expression<unknown>, since: unknown) => sql<SqlBool>`${time} < coalesce(cast(${since} as text), '9999')`;

/**
 * Whether a head has been verified neither by the branch nor, before the branch began, by another. Asked for each head by itself:
 * as a `not exists`, the planner would join it, and read every success that there ever was.
 */
const unverified = ({ value }: Parameters<WorkInProgress>) =>
  sql`(select 1 from branch_successes as s where s.pact_version_id = pp.pact_version_id
    and (s.branch_id = ${value('branchId')} and s.first_explicit_at is not null
      or ${isBefore(sql.ref('s.first_explicit_at'), value('branchSince'))}) limit 1) is null`;

/** Branch heads that the provider branch has neither verified nor inherited. */
export const selectWipBranchHeads = prepared<WorkInProgress, SelectedRow>((db, p) =>
  headPacts(
    db,
    sql`select pp.consumer_id, pp.consumer_version_id, pp.pact_version_id, b.name from integrations as i
      join branches as b on b.pacticipant_id = i.consumer_id
      join pact_publications as pp on pp.consumer_version_id = b.head_version_id and pp.provider_id = i.provider_id
      where i.provider_id = ${p.value('providerId')} and pp.created_at > ${p.value('publishedAfter')} and ${unverified(p)}`,
    'branch',
    null,
  ),
);

export const selectWipTagHeads = prepared<WorkInProgress, SelectedRow>((db, p) =>
  headPacts(
    db,
    sql`select pp.consumer_id, pp.consumer_version_id, pp.pact_version_id, t.name from integrations as i
      join tag_heads as t on t.pacticipant_id = i.consumer_id
      join pact_publications as pp on pp.consumer_version_id = t.version_id and pp.provider_id = i.provider_id
      where i.provider_id = ${p.value('providerId')} and pp.created_at > ${p.value('publishedAfter')} and ${unverified(p)}`,
    'tag',
    null,
  ),
);

/** Which of these contents a provider branch has verified with success, or another had before it began. */
export const findVerifiedForBranch = prepared<
  { pactVersionIds: number[]; branchId: number; branchSince: string | null },
  { pact_version_id: number }
>((db, p) =>
  db
    .selectFrom('branch_successes')
    .select('pact_version_id')
    .distinct()
    .where(p.in(sql.ref('pact_version_id'), 'pactVersionIds'))
    .where(({ or, eb }) => or([eb('branch_id', '=', p.value('branchId')), isBefore(sql.ref('first_success_at'), p.value('branchSince'))])),
);

/**
 * Which of these contents provider versions with a tag have verified with success, or others had, with other tags, before that was in use.
 * `wip` 1 counts results of work in progress too, 0 does not.
 */
export const findVerifiedForTag = prepared<{ pactVersionIds: number[]; tag: string; wip: 0 | 1 }, { pact_version_id: number }>((db, p) =>
  db
    .selectFrom('verifications as v')
    .innerJoin('tags as t', 't.version_id', 'v.provider_version_id')
    .leftJoin('tag_beginnings as b', (join) => join.onRef('b.pacticipant_id', '=', 'v.provider_id').on('b.name', '=', p.value('tag')))
    .select('v.pact_version_id')
    .distinct()
    .where(p.in(sql.ref('v.pact_version_id'), 'pactVersionIds'))
    .where('v.success', '=', 1)
    .where('v.wip', '<=', p.value('wip'))
    .where(({ or, eb }) => or([eb('t.name', '=', p.value('tag')), isBefore(sql.ref('v.created_at'), sql.ref('b.began_at'))])),
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
