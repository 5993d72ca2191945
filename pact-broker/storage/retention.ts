import { sql } from 'kysely';
import type { Position } from '../domain/retention/position.ts';
import type { Evidence, HeadPact, VersionFacts } from '../domain/retention/version-facts.ts';
import { type Db, isPostgres } from './database.ts';
import { prepared } from './prepared.ts';
import { hasNoResult } from './required-verifications.ts';

export const findVersionsAfter = prepared<Position & { limit: number }, { id: number; pacticipant_id: number }>((db, p) =>
  db
    .selectFrom('versions')
    .select(['id', 'pacticipant_id'])
    .where(sql<boolean>`(pacticipant_id, id) > (${p.value('pacticipantId')}, ${p.value('versionId')})`)
    .orderBy('pacticipant_id')
    .orderBy('id')
    .limit(p.value('limit')),
);

/** Locks a pacticipant and versions of it, in this order, as every deletion does. Versions that are gone meanwhile are passed over. */
export async function lockVersionsToDelete(trx: Db, pacticipantId: number, versionIds: number[]): Promise<void> {
  if (!isPostgres(trx)) return;
  await trx.selectFrom('pacticipants').select('id').where('id', '=', pacticipantId).forNoKeyUpdate().execute();
  await lockRows(trx, { versionIds });
}

const lockRows = prepared<{ versionIds: number[] }, unknown>((db, p) =>
  db
    .selectFrom('versions')
    .select('id')
    .where(p.in(sql.ref('id'), 'versionIds'))
    .orderBy('id')
    .forUpdate(),
);

type Ids = { versionIds: number[] };

export type VersionToJudge = Pick<VersionFacts, 'pacticipant' | 'number'> & {
  id: number;
  main_branch: string | null;
  created_at: string;
  newest: 0 | 1;
};

export const findVersionsToJudge = prepared<Ids, VersionToJudge>((db, p) =>
  db
    .selectFrom('versions as v')
    .innerJoin('pacticipants as p', 'p.id', 'v.pacticipant_id')
    .select(['v.id', 'p.name as pacticipant', 'v.number', 'p.main_branch', 'v.created_at'])
    .select(
      sql<0 | 1>`case when v.id = (select max(x.id) from versions as x where x.pacticipant_id = v.pacticipant_id) then 1 else 0 end`.as(
        'newest',
      ),
    )
    .where(p.in(sql.ref('v.id'), 'versionIds'))
    .orderBy('v.pacticipant_id')
    .orderBy('v.id'),
);

export const findHeadPacts = prepared<Ids, HeadPact & { version_id: number }>((db, p) => {
  const ofBranches = db
    .selectFrom('branch_head_pacts as h')
    .innerJoin('branches as b', 'b.id', 'h.branch_id')
    .innerJoin('pacticipants as p', 'p.id', 'h.provider_id')
    .select(['h.consumer_version_id as version_id', 'p.name as provider', sql<HeadPact['of']>`'branch'`.as('of'), 'b.name as name'])
    .where(p.in(sql.ref('h.consumer_version_id'), 'versionIds'));
  const ofTags = db
    .selectFrom('tag_head_pacts as h')
    .innerJoin('pacticipants as p', 'p.id', 'h.provider_id')
    .select(['h.consumer_version_id as version_id', 'p.name as provider', sql<HeadPact['of']>`'tag'`.as('of'), 'h.tag as name'])
    .where(p.in(sql.ref('h.consumer_version_id'), 'versionIds'));
  const ofAll = db
    .selectFrom('pact_publications as pp')
    .innerJoin('pacticipants as p', 'p.id', 'pp.provider_id')
    .select(['pp.consumer_version_id as version_id', 'p.name as provider', sql<HeadPact['of']>`'all'`.as('of'), sql<string>`''`.as('name')])
    .where(p.in(sql.ref('pp.consumer_version_id'), 'versionIds'))
    .whereRef('pp.consumer_version_id', '=', newestWithPact('pp'));
  return ofBranches.unionAll(ofTags).unionAll(ofAll).orderBy('version_id').orderBy('of', 'desc').orderBy('provider').orderBy('name');
});

/** The newest consumer version that has a pact between the two that `row` names. */
const newestWithPact = (row: string) =>
  sql<number>`(select max(n.consumer_version_id) from pact_publications as n
    where n.consumer_id = ${sql.ref(`${row}.consumer_id`)} and n.provider_id = ${sql.ref(`${row}.provider_id`)})`;

/** As `versionsInUse` has them, asked of one version. */
const isVersionInUse = (version: string) =>
  sql<boolean>`(exists (select 1 from environment_versions as r where r.version_id = ${sql.ref(version)} and r.ended_at is null)
    or exists (select 1 from branches as b join pacticipants as o on o.id = b.pacticipant_id and o.main_branch = b.name
      where b.head_version_id = ${sql.ref(version)}))`;

export const findAwaited = prepared<Ids, { version_id: number; awaited: VersionFacts['awaited'][number] }>((db, p) => {
  const webhook = sql<VersionFacts['awaited'][number]>`'webhook'`.as('awaited');
  const ofConsumers = db
    .selectFrom('webhook_deliveries as d')
    .select(['d.consumer_version_id as version_id', webhook])
    .where('d.next_attempt_at', 'is not', null)
    .where(p.in(sql.ref('d.consumer_version_id'), 'versionIds'));
  const ofProviders = db
    .selectFrom('webhook_deliveries as d')
    .innerJoin('verifications as v', 'v.id', 'd.verification_id')
    .select(['v.provider_version_id as version_id', webhook])
    .where('d.next_attempt_at', 'is not', null)
    .where(p.in(sql.ref('v.provider_version_id'), 'versionIds'));
  const expected = db
    .selectFrom('webhook_deliveries as d')
    .select(['d.consumer_version_id as version_id', sql<VersionFacts['awaited'][number]>`'verification'`.as('awaited')])
    .where(p.in(sql.ref('d.consumer_version_id'), 'versionIds'))
    .where('d.required_version_id', 'is not', null)
    .where(isVersionInUse('d.required_version_id'))
    .where(hasNoResult(sql.ref('d.pact_version_id'), 'd.required_version_id'));
  return ofConsumers.union(ofProviders).union(expected);
});

/**
 * Whether a content is one that clients are handed: the pact of a head, the newest of an integration, or one that is deployed
 * or released. Asked from the few versions in each of these places, not from all that share the content; but for the heads of branches,
 * of which a consumer may have ten thousand; not as an `exists`, for which PostgreSQL would read all publications.
 */
const isInUse = (v: string) => {
  const [content, consumer, provider] = ['pact_version_id', 'consumer_id', 'provider_id'].map((column) => sql.ref(`${v}.${column}`));
  return sql<boolean>`(exists (select 1 from branch_head_pacts as h where h.pact_version_id = ${content})
    or exists (select 1 from tag_head_pacts as h where h.pact_version_id = ${content})
    or (select b.id from pact_publications as bp join branches as b on b.head_version_id = bp.consumer_version_id
      where bp.provider_id = ${provider} and bp.pact_version_id = ${content} limit 1) is not null
    or exists (select 1 from pact_publications as np where np.provider_id = ${provider} and np.pact_version_id = ${content}
      and np.consumer_version_id = ${newestWithPact(v)})
    or exists (select 1 from environment_versions as d
      join pact_publications as dp on dp.consumer_version_id = d.version_id and dp.provider_id = ${provider}
      where d.pacticipant_id = ${consumer} and d.ended_at is null and dp.pact_version_id = ${content}))`;
};

/**
 * The first success of a content: that still stands of all, of a branch of the provider version, or with one of its tags; and the first
 * that was not work in progress.
 */
const isFirstSuccess = sql<boolean>`(v.id = (select l.verification_id from latest_verifications as l
      where l.pact_version_id = v.pact_version_id and l.success = 1 order by l.verification_id limit 1)
    or exists (select 1 from branch_versions as bv
      join branch_successes as s on s.branch_id = bv.branch_id and s.pact_version_id = v.pact_version_id
      where bv.version_id = v.provider_version_id and v.created_at in (s.first_success_at, s.first_explicit_at))
    or exists (select 1 from tags as t where t.version_id = v.provider_version_id
      and not exists (select 1 from verifications as e join tags as et on et.version_id = e.provider_version_id and et.name = t.name
        where e.pact_version_id = v.pact_version_id and e.success = 1 and e.wip <= v.wip and e.id < v.id)))`;

const isNewestResult = sql<boolean>`(v.verification_id = (select max(n.id) from verifications as n where n.pact_version_id = v.pact_version_id)
    or v.provider_version_id = (select max(n.provider_version_id) from latest_verifications as n where n.pact_version_id = v.pact_version_id))`;

/** What is known of contents in use only through one of these provider versions. */
export const findEvidence = prepared<Ids, Evidence & { version_id: number }>((db, p) => {
  const newest = db
    .selectFrom('latest_verifications as v')
    .innerJoin('pacticipants as c', 'c.id', 'v.consumer_id')
    .select(['v.provider_version_id as version_id', 'c.name as consumer', sql<Evidence['is']>`'newest'`.as('is')])
    .where(p.in(sql.ref('v.provider_version_id'), 'versionIds'))
    .where(isNewestResult)
    .where(isInUse('v'));
  const first = db
    .selectFrom('verifications as v')
    .innerJoin('pacticipants as c', 'c.id', 'v.consumer_id')
    .select(['v.provider_version_id as version_id', 'c.name as consumer', sql<Evidence['is']>`'first-success'`.as('is')])
    .where(p.in(sql.ref('v.provider_version_id'), 'versionIds'))
    .where('v.success', '=', 1)
    .where(isFirstSuccess)
    .where(isInUse('v'));
  return newest.union(first).orderBy('version_id').orderBy('consumer').orderBy('is', 'desc');
});
