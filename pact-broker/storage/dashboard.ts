import { sql } from 'kysely';
import type { Db } from './database.ts';
import { prepared } from './prepared.ts';
import type { Flag, Row } from './schema.ts';
import { textOf } from './text-of.ts';

export type DeliveryStatus = Row<'webhook_deliveries'>['status'];

/** A pact that a dashboard shows: the newest of an integration, or the newest with a tag. With the last result of its content. */
export interface DashboardRow {
  consumer: string;
  provider: string;
  provider_id: number;
  pact_version_id: number;
  consumer_version_id: number;
  consumer_version: string;
  published_at: string;
  provider_version_id: number | null;
  provider_version: string | null;
  success: Flag | null;
  verified_at: string | null;
}

/** '' stands for every consumer, or every provider. */
interface Selection {
  consumer: string;
  provider: string;
  limit: number;
  offset: number;
}

const isNamed = (id: string, wanted: string) =>
  sql<boolean>`(cast(${wanted} as text) = '' or ${sql.ref(id)} = (select o.id from pacticipants as o where o.name = ${wanted}))`;

/** By consumer and provider, newest first. */
export const findDashboardRows = prepared<Selection, DashboardRow>((db, p) => {
  const publication = ['x.consumer_id', 'x.provider_id', 'x.consumer_version_id', 'x.pact_version_id', 'x.created_at'] as const;
  const newest = db
    .selectFrom('integrations as i')
    .innerJoin('pact_publications as x', (join) =>
      join.on(
        sql<boolean>`x.id = (select y.id from pact_publications as y where y.consumer_id = i.consumer_id and y.provider_id = i.provider_id
          order by y.consumer_version_id desc limit 1)`,
      ),
    )
    .select(publication);
  const tagged = db
    .selectFrom('tag_head_pacts as h')
    .innerJoin('pact_publications as x', (join) =>
      join.onRef('x.consumer_version_id', '=', 'h.consumer_version_id').onRef('x.provider_id', '=', 'h.provider_id'),
    )
    .select(publication);
  const rows = db
    .selectFrom(newest.union(tagged).as('pp'))
    .leftJoin('verifications as v', (join) =>
      join.on(sql<boolean>`v.id = (select max(z.id) from verifications as z where z.pact_version_id = pp.pact_version_id)`),
    )
    .select([
      textOf('pacticipants', 'name', 'pp.consumer_id').as('consumer'),
      textOf('pacticipants', 'name', 'pp.provider_id').as('provider'),
      textOf('versions', 'number', 'pp.consumer_version_id').as('consumer_version'),
      sql<string | null>`${textOf('versions', 'number', 'v.provider_version_id')}`.as('provider_version'),
    ])
    .select(['pp.provider_id', 'pp.consumer_version_id', 'pp.pact_version_id', 'pp.created_at as published_at', 'v.provider_version_id'])
    .select(['v.success', 'v.created_at as verified_at'])
    .where(isNamed('pp.consumer_id', p.value('consumer')))
    .where(isNamed('pp.provider_id', p.value('provider')));
  return db
    .selectFrom(rows.as('row'))
    .selectAll()
    .orderBy(sql`lower(consumer)`)
    .orderBy('consumer')
    .orderBy(sql`lower(provider)`)
    .orderBy('provider')
    .orderBy('consumer_version_id', 'desc')
    .limit(p.value('limit'))
    .offset(p.value('offset'));
});

interface Versions {
  versionIds: number[];
}

/** The branches that these versions are the heads of, in the order of their creation. */
const branches = prepared<Versions, { version_id: number; name: string }>((db, p) =>
  db
    .selectFrom('branches')
    .select(['head_version_id as version_id', 'name'])
    .where(p.in(sql.ref('head_version_id'), 'versionIds'))
    .orderBy('id')
    .$castTo<{ version_id: number; name: string }>(),
);

/** The tags that these versions are the newest with. */
const tags = prepared<Versions, { version_id: number; name: string }>((db, p) =>
  db
    .selectFrom('tag_heads')
    .select(['version_id', 'name'])
    .where(p.in(sql.ref('version_id'), 'versionIds'))
    .orderBy('name'),
);

/** The tags that the pacts of these versions are the newest with, by provider. */
const pactTags = prepared<Versions, { consumer_version_id: number; provider_id: number; name: string }>((db, p) =>
  db
    .selectFrom('tag_head_pacts')
    .select(['consumer_version_id', 'provider_id', 'tag as name'])
    .where(p.in(sql.ref('consumer_version_id'), 'versionIds'))
    .orderBy('tag'),
);

export const findBranchesHeadedBy = (db: Db, versionIds: number[]) => branches(db, { versionIds });
export const findTagsHeadedBy = (db: Db, versionIds: number[]) => tags(db, { versionIds });
export const findPactTagsHeadedBy = (db: Db, versionIds: number[]) => pactTags(db, { versionIds });

/** How the last delivery of each webhook for each event stands, by the pact that it was about. */
const webhooks = prepared<Versions, { consumer_version_id: number; pact_version_id: number; status: DeliveryStatus; created_at: string }>(
  (db, p) =>
    db
      .selectFrom('webhook_deliveries as d')
      .select(['d.consumer_version_id', 'd.pact_version_id', 'd.status', 'd.created_at'])
      .where('d.id', 'in', (eb) =>
        eb
          .selectFrom('webhook_deliveries as x')
          .select((e) => e.fn.max('x.id').as('id'))
          .where(p.in(sql.ref('x.consumer_version_id'), 'versionIds'))
          .groupBy(['x.consumer_version_id', 'x.pact_version_id', 'x.webhook_id', 'x.event']),
      ),
);

export const findLastDeliveries = (db: Db, versionIds: number[]) => webhooks(db, { versionIds });
