import { sql } from 'kysely';
import type { Db } from './database.ts';
import { putTagHeadPacts, putTagHeads } from './head-writes.ts';
import { prepared } from './prepared.ts';

/** What versions stood at that lose tags: the tags of whose heads some are gone, and the providers whose newest pact is. */
export interface TagVacancies {
  pacticipantId: number;
  tags: string[];
  providerIds: number[];
}

/** Before versions of a pacticipant lose tags. As with branches (kept-branch-heads.ts): vacate, delete, refill, under the same locks. */
export async function vacateTags(
  trx: Db,
  { pacticipantId, versionIds, tags }: { pacticipantId: number; versionIds: number[]; tags: string[] },
): Promise<TagVacancies> {
  await clearTagHeads(trx, { pacticipantId, versionIds, tags });
  const pacts = await clearTagHeadPacts(trx, { versionIds, tags });
  return { pacticipantId, tags, providerIds: [...new Set(pacts.map(({ provider_id }) => provider_id))] };
}

/** After versions lost tags: the newest of the rest becomes the head. */
export async function refillTags(trx: Db, vacancies: TagVacancies): Promise<void> {
  await refillTagHeads(trx, vacancies);
  await refillTagHeadPacts(trx, vacancies);
}

const clearTagHeads = prepared<{ pacticipantId: number; versionIds: number[]; tags: string[] }, never>((db, p) =>
  db
    .deleteFrom('tag_heads')
    .where('pacticipant_id', '=', p.value('pacticipantId'))
    .where(p.in(sql.ref('name'), 'tags'))
    .where(p.in(sql.ref('version_id'), 'versionIds')),
);

const clearTagHeadPacts = prepared<{ versionIds: number[]; tags: string[] }, { provider_id: number }>((db, p) =>
  db
    .deleteFrom('tag_head_pacts')
    .where(p.in(sql.ref('consumer_version_id'), 'versionIds'))
    .where(p.in(sql.ref('tag'), 'tags'))
    .returning('provider_id'),
);

const refillTagHeads = prepared<TagVacancies, never>((db, p) =>
  putTagHeads(
    db,
    db
      .selectFrom('tags as t')
      .select(['t.pacticipant_id', 't.name', (eb) => eb.fn.max('t.version_id').as('version_id')])
      .where('t.pacticipant_id', '=', p.value('pacticipantId'))
      .where(p.in(sql.ref('t.name'), 'tags'))
      .groupBy(['t.pacticipant_id', 't.name'])
      .orderBy('t.name'),
  ),
);

const refillTagHeadPacts = prepared<TagVacancies, never>((db, p) =>
  putTagHeadPacts(
    db,
    db
      .selectFrom((eb) =>
        eb
          .selectFrom('tag_heads as t')
          .innerJoin('pacticipants as provider', (join) => join.on(p.in(sql.ref('provider.id'), 'providerIds')))
          .select(['t.name as tag', 'provider.id as provider_id'])
          .select((s) =>
            s
              .selectFrom('pact_publications as newest')
              .select('newest.consumer_version_id')
              .whereRef('newest.consumer_id', '=', 't.pacticipant_id')
              .whereRef('newest.provider_id', '=', 'provider.id')
              .where(({ exists, selectFrom }) =>
                exists(
                  selectFrom('tags as own')
                    .select('own.name')
                    .whereRef('own.version_id', '=', 'newest.consumer_version_id')
                    .whereRef('own.name', '=', 't.name'),
                ),
              )
              .orderBy('newest.consumer_version_id', 'desc')
              .limit(1)
              .as('consumer_version_id'),
          )
          .where('t.pacticipant_id', '=', p.value('pacticipantId'))
          .where(p.in(sql.ref('t.name'), 'tags'))
          .as('h'),
      )
      .innerJoin('pact_publications as pp', (join) =>
        join.onRef('pp.consumer_version_id', '=', 'h.consumer_version_id').onRef('pp.provider_id', '=', 'h.provider_id'),
      )
      .select(['pp.consumer_id', 'pp.provider_id', 'h.tag', 'pp.consumer_version_id', 'pp.pact_version_id', 'pp.created_at'])
      .where('h.consumer_version_id', 'is not', null)
      .orderBy('pp.provider_id')
      .orderBy('h.tag'),
  ),
);
