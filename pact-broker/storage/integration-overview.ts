import { sql } from 'kysely';
import type { Db } from './database.ts';
import { prepared } from './prepared.ts';
import type { Flag } from './schema.ts';

/** An integration with its newest pact and what came of it last; nulls where there is none. */
export interface IntegrationOverview {
  consumer: string;
  provider: string;
  consumer_version: string | null;
  branch: string | null;
  published_at: string | null;
  provider_version: string | null;
  success: Flag | null;
  verified_at: string | null;
}

const overview = prepared<{ limit: number }, IntegrationOverview>((db, p) =>
  db
    .selectFrom('integrations as i')
    .innerJoin('pacticipants as c', 'c.id', 'i.consumer_id')
    .innerJoin('pacticipants as p', 'p.id', 'i.provider_id')
    .leftJoin('pact_publications as pp', (join) =>
      join.on(
        sql<boolean>`pp.id = (select x.id from pact_publications as x where x.consumer_id = i.consumer_id and x.provider_id = i.provider_id
          order by x.consumer_version_id desc limit 1)`,
      ),
    )
    .leftJoin('versions as cv', 'cv.id', 'pp.consumer_version_id')
    .leftJoin('verifications as v', (join) =>
      join.on(sql<boolean>`v.id = (select max(y.id) from verifications as y where y.pact_version_id = pp.pact_version_id)`),
    )
    .leftJoin('versions as pv', 'pv.id', 'v.provider_version_id')
    .select(['c.name as consumer', 'p.name as provider', 'cv.number as consumer_version', 'pp.created_at as published_at'])
    .select(['pv.number as provider_version', 'v.success', 'v.created_at as verified_at'])
    .select(
      sql<string | null>`(select b.name from branch_versions as bv join branches as b on b.id = bv.branch_id
        where bv.version_id = pp.consumer_version_id order by b.id limit 1)`.as('branch'),
    )
    .orderBy('c.name')
    .orderBy('p.name')
    .limit(p.value('limit')),
);

/** The integrations by name, at most `limit` of them. */
export const findIntegrationOverview = (db: Db, limit: number) => overview(db, { limit });
