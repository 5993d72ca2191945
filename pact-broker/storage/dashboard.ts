import { sql } from 'kysely';
import type { Db } from './database.ts';
import { first, type Parameters, prepared } from './prepared.ts';
import type { Flag, Row } from './schema.ts';
import { textOf } from './text-of.ts';

export type DeliveryStatus = Row<'webhook_deliveries'>['status'];

/** A pact that a dashboard shows: the newest of an integration or with a tag, or of what is in an environment. With the last result of its content. */
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

/** Which pacts are shown, once each although there may be several reasons to. */
function shownPacts(db: Db) {
  const newest = db
    .selectFrom('integrations as i')
    .select(['i.consumer_id', 'i.provider_id'])
    .select(
      sql<number>`(select y.consumer_version_id from pact_publications as y where y.consumer_id = i.consumer_id and y.provider_id = i.provider_id
        order by y.consumer_version_id desc limit 1)`.as('consumer_version_id'),
    );
  const tagged = db.selectFrom('tag_head_pacts as h').select(['h.consumer_id', 'h.provider_id', 'h.consumer_version_id']);
  const inEnvironments = db
    .selectFrom('pacticipants as c')
    .innerJoin('environment_versions as e', (join) => join.onRef('e.pacticipant_id', '=', 'c.id').on('e.ended_at', 'is', null))
    .innerJoin('pact_publications as x', 'x.consumer_version_id', 'e.version_id')
    .select(['x.consumer_id', 'x.provider_id', 'x.consumer_version_id']);
  return newest.union(tagged).union(inEnvironments);
}

type Integration = Pick<Selection, 'consumer' | 'provider'>;

const pactsOf = (db: Db, p: Parameters<Integration>) =>
  db
    .selectFrom(shownPacts(db).as('pp'))
    // An integration stays when its last pact is deleted.
    .where('pp.consumer_version_id', 'is not', null)
    .where(isNamed('pp.consumer_id', p.value('consumer')))
    .where(isNamed('pp.provider_id', p.value('provider')));

const total = prepared<Integration, { total: number }>((db, p) => pactsOf(db, p).select((eb) => eb.fn.countAll<number>().as('total')));

/** How many rows there are on all pages. */
export const countDashboardRows = async (db: Db, integration: Integration): Promise<number> =>
  first(await total(db, integration))?.total ?? 0;

const byName = (table: string) => {
  const [consumer, provider, version] = ['consumer', 'provider', 'consumer_version_id'].map((column) => sql.ref(`${table}.${column}`));
  return sql`lower(${consumer}), ${consumer}, lower(${provider}), ${provider}, ${version} desc`;
};

/** By consumer and provider, newest first. What became of a pact is only looked up for those on the page. */
export const findDashboardRows = prepared<Selection, DashboardRow>((db, p) => {
  const named = pactsOf(db, p)
    .select(['pp.provider_id', 'pp.consumer_version_id'])
    .select([
      textOf('pacticipants', 'name', 'pp.consumer_id').as('consumer'),
      textOf('pacticipants', 'name', 'pp.provider_id').as('provider'),
    ]);
  const onPage = db.selectFrom(named.as('named')).selectAll().orderBy(byName('named')).limit(p.value('limit')).offset(p.value('offset'));
  return db
    .selectFrom(onPage.as('row'))
    .innerJoin('pact_publications as x', (join) =>
      join.onRef('x.consumer_version_id', '=', 'row.consumer_version_id').onRef('x.provider_id', '=', 'row.provider_id'),
    )
    .leftJoin('verifications as v', (join) =>
      join.on(sql<boolean>`v.id = (select max(z.id) from verifications as z where z.pact_version_id = x.pact_version_id)`),
    )
    .select([
      'row.consumer',
      'row.provider',
      'row.provider_id',
      'row.consumer_version_id',
      'x.pact_version_id',
      'x.created_at as published_at',
    ])
    .select(['v.provider_version_id', 'v.success', 'v.created_at as verified_at'])
    .select([
      textOf('versions', 'number', 'row.consumer_version_id').as('consumer_version'),
      sql<string | null>`${textOf('versions', 'number', 'v.provider_version_id')}`.as('provider_version'),
    ])
    .orderBy(byName('row'));
});

interface Versions {
  versionIds: number[];
}

/** The tags that the pacts of these versions are the newest with, by provider. */
const pactTags = prepared<Versions, { consumer_version_id: number; provider_id: number; name: string }>((db, p) =>
  db
    .selectFrom('tag_head_pacts')
    .select(['consumer_version_id', 'provider_id', 'tag as name'])
    .where(p.in(sql.ref('consumer_version_id'), 'versionIds'))
    .orderBy('tag'),
);

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
