import { sql } from 'kysely';
import type { WebhookFields } from '../domain/webhooks/webhook.ts';
import type { Db } from './database.ts';
import type { Pact } from './pact-lookups.ts';
import { prepared } from './prepared.ts';

/** A webhook that waits for an event of the pacts between a consumer and one of the providers asked for. */
export interface WebhookMatch {
  webhook_id: number;
  uuid: string;
  description: string | null;
  method: string;
  url: string;
  event: string;
  provider_id: number;
}

/** The webhooks that are enabled and for these pacts, once for each event and provider, the oldest first. */
export const findMatchingWebhooks = prepared<{ consumerId: number; providerIds: number[] }, WebhookMatch>((db, p) =>
  db
    .selectFrom('webhooks as w')
    .innerJoin('webhook_events as e', 'e.webhook_id', 'w.id')
    .innerJoin('pacticipants as p', (join) => join.on(p.in(sql.ref('p.id'), 'providerIds')))
    .select(['w.id as webhook_id', 'w.uuid', 'w.description', 'w.method', 'w.url', 'e.name as event', 'p.id as provider_id'])
    .where('w.enabled', '=', 1)
    .where(({ eb, or }) => or([eb('w.consumer_id', 'is', null), eb('w.consumer_id', '=', p.value('consumerId'))]))
    .where(({ eb, or }) => or([eb('w.provider_id', 'is', null), eb('w.provider_id', '=', sql.ref<number>('p.id'))]))
    .where(({ eb, or, exists }) =>
      or([eb('w.consumer_label', 'is', null), exists(labelled(db, 'w.consumer_label', p.value('consumerId')))]),
    )
    .where(({ eb, or, exists }) =>
      or([eb('w.provider_label', 'is', null), exists(labelled(db, 'w.provider_label', sql.ref<number>('p.id')))]),
    )
    .orderBy('w.id')
    .orderBy('e.position')
    .orderBy('p.id'),
);

const labelled = (db: Db, label: string, pacticipantId: number | ReturnType<typeof sql.ref<number>>) =>
  db.selectFrom('labels as l').select('l.name').where('l.pacticipant_id', '=', pacticipantId).where('l.name', '=', sql.ref<string>(label));

/** The newest pact of those that a webhook is for. */
export function findLatestPactInScope(
  db: Db,
  { consumer, provider }: Pick<WebhookFields, 'consumer' | 'provider'>,
): Promise<(Pact & { provider_id: number }) | undefined> {
  let query = db
    .selectFrom('pact_publications as pp')
    .innerJoin('pact_versions as pv', 'pv.id', 'pp.pact_version_id')
    .innerJoin('versions as cv', 'cv.id', 'pp.consumer_version_id')
    .innerJoin('pacticipants as c', 'c.id', 'pp.consumer_id')
    .innerJoin('pacticipants as p', 'p.id', 'pp.provider_id')
    .select(['c.name as consumer', 'p.name as provider', 'pp.consumer_id', 'pp.provider_id', 'pp.consumer_version_id'])
    .select(['cv.number as consumer_version', 'pp.pact_version_id', 'pv.sha', 'pp.created_at'])
    .orderBy('pp.id', 'desc')
    .limit(1);
  for (const [alias, side] of [['c', consumer] as const, ['p', provider] as const]) {
    if (side === null) continue;
    query =
      'name' in side
        ? query.where(`${alias}.name`, '=', side.name)
        : query.where(`${alias}.id`, 'in', db.selectFrom('labels').select('pacticipant_id').where('name', '=', side.label));
  }
  return query.executeTakeFirst();
}
