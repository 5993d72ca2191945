import { sql } from 'kysely';
import { type Db, isPostgres } from './database.ts';
import { onPage, type Page } from './paging.ts';
import { first, prepared } from './prepared.ts';
import type { Row } from './schema.ts';

export type Version = Row<'versions'>;

const byNumber = prepared<{ pacticipantId: number; number: string }, Version>((db, p) =>
  db.selectFrom('versions').selectAll().where('pacticipant_id', '=', p.value('pacticipantId')).where('number', '=', p.value('number')),
);

export const findVersion = async (db: Db, pacticipantId: number, number: string) => first(await byNumber(db, { pacticipantId, number }));

/**
 * Finds or creates a version and locks it until the transaction ends: whatever is kept about a version's branches, tags,
 * pacts and results is written by one transaction at a time.
 */
export async function lockVersion(trx: Db, version: { pacticipantId: number; number: string; now: string }) {
  const { pacticipantId, number, now } = version;
  for (;;) {
    const inserted = await trx
      .insertInto('versions')
      .values({ pacticipant_id: pacticipantId, number, created_at: now, updated_at: now })
      .onConflict((c) => c.columns(['pacticipant_id', 'number']).doNothing())
      .returningAll()
      .executeTakeFirst();
    if (inserted) return { version: inserted, created: true };
    const existing = await lockExistingVersion(trx, pacticipantId, number);
    if (existing) return { version: existing, created: false };
    // It was deleted while we waited for its lock: now it can be created.
  }
}

/** Locks a version until the transaction ends, if there is one of that number. */
export async function lockExistingVersion(trx: Db, pacticipantId: number, number: string): Promise<Version | undefined> {
  const query = trx.selectFrom('versions').selectAll().where('pacticipant_id', '=', pacticipantId).where('number', '=', number);
  return (isPostgres(trx) ? query.forUpdate() : query).executeTakeFirst();
}

export async function updateBuildUrl(db: Db, id: number, buildUrl: string | null, now: string): Promise<void> {
  await db.updateTable('versions').set({ build_url: buildUrl, updated_at: now }).where('id', '=', id).execute();
}

export async function touchVersion(db: Db, id: number, now: string): Promise<void> {
  await db.updateTable('versions').set({ updated_at: now }).where('id', '=', id).execute();
}

/** Which versions of a pacticipant are meant. */
export type VersionFilter = { tag: string } | { branch: string } | { environmentId: number } | Record<string, never>;

/** Newest first. */
export function findVersions(db: Db, pacticipantId: number, filter: VersionFilter, page?: Page): Promise<Version[]> {
  return onPage(versionsOf(db, pacticipantId, filter).selectAll('v').orderBy('v.id', 'desc'), page).execute();
}

export async function countVersions(db: Db, pacticipantId: number, filter: VersionFilter): Promise<number> {
  const query = versionsOf(db, pacticipantId, filter).select((eb) => eb.fn.countAll<number>().as('total'));
  return (await query.executeTakeFirstOrThrow()).total;
}

export const findLatestVersion = (db: Db, pacticipantId: number): Promise<Version | undefined> =>
  versionsOf(db, pacticipantId, {}).selectAll('v').orderBy('v.id', 'desc').limit(1).executeTakeFirst();

function versionsOf(db: Db, pacticipantId: number, filter: VersionFilter) {
  const query = db.selectFrom('versions as v').where('v.pacticipant_id', '=', pacticipantId);
  if ('tag' in filter) {
    return query.where('v.id', 'in', (eb) =>
      eb.selectFrom('tags as t').select('t.version_id').where('t.pacticipant_id', '=', pacticipantId).where('t.name', '=', filter.tag),
    );
  }
  if ('branch' in filter) {
    return query.where('v.id', 'in', (eb) =>
      eb
        .selectFrom('branch_versions as bv')
        .innerJoin('branches as b', 'b.id', 'bv.branch_id')
        .select('bv.version_id')
        .where('b.pacticipant_id', '=', pacticipantId)
        .where('b.name', '=', filter.branch),
    );
  }
  if ('environmentId' in filter) {
    return query.where('v.id', 'in', (eb) =>
      eb
        .selectFrom('environment_versions as r')
        .select('r.version_id')
        .where('r.environment_id', '=', filter.environmentId)
        .where('r.pacticipant_id', '=', pacticipantId)
        .where('r.ended_at', 'is', null),
    );
  }
  return query;
}

/** A branch or tag of a version, as one list over several versions. */
export interface VersionMark {
  kind: 'branch' | 'tag';
  version_id: number;
  name: string;
  /** Whether the version is the head of the branch, or the newest with the tag. */
  latest: 0 | 1;
}

const marks = prepared<{ versionIds: number[] }, VersionMark>((db, p) => {
  const branches = db
    .selectFrom('branch_versions as bv')
    .innerJoin('branches as b', 'b.id', 'bv.branch_id')
    .select([
      sql<VersionMark['kind']>`'branch'`.as('kind'),
      'bv.version_id',
      'b.name',
      sql<0 | 1>`case when b.head_version_id = bv.version_id then 1 else 0 end`.as('latest'),
      'bv.branch_id as sort',
    ])
    .where(p.in(sql.ref('bv.version_id'), 'versionIds'));
  const tags = db
    .selectFrom('tags as t')
    .innerJoin('tag_heads as h', (join) => join.onRef('h.pacticipant_id', '=', 't.pacticipant_id').onRef('h.name', '=', 't.name'))
    .select([
      sql<VersionMark['kind']>`'tag'`.as('kind'),
      't.version_id',
      't.name',
      sql<0 | 1>`case when h.version_id = t.version_id then 1 else 0 end`.as('latest'),
      sql<number>`0`.as('sort'),
    ])
    .where(p.in(sql.ref('t.version_id'), 'versionIds'));
  return branches.unionAll(tags).orderBy('version_id').orderBy('kind').orderBy('sort').orderBy('name');
});

/** The branches and tags of several versions, in one question: branches in the order of their creation, tags by name. */
export const findVersionMarks = (db: Db, versionIds: number[]) => (versionIds.length === 0 ? [] : marks(db, { versionIds }));
