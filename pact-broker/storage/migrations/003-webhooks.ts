import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from '../dialects/column-types.ts';

/** Webhooks, and the outbox of what they are to deliver. */
export async function up(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  for (const statement of [...webhooks(types), ...deliveries(types)]) await sql.raw(statement).execute(db);
}

const webhooks = ({ id, int, text }: ColumnTypes) => [
  `create table webhooks (
    id ${id}, uuid ${text} not null unique, description ${text}, enabled ${int} not null,
    consumer_id ${int} references pacticipants(id) on delete cascade, consumer_label ${text},
    provider_id ${int} references pacticipants(id) on delete cascade, provider_label ${text},
    method ${text} not null, url ${text} not null, headers ${text} not null, body ${text}, username ${text}, password ${text}, secrets ${text},
    created_at ${text} not null, updated_at ${text})`,
  'create index webhooks_by_consumer on webhooks (consumer_id)',
  'create index webhooks_by_provider on webhooks (provider_id)',
  `create table webhook_events (
    webhook_id ${int} not null references webhooks(id) on delete cascade, name ${text} not null, position ${int} not null,
    primary key (webhook_id, name))`,
];

const deliveries = ({ id, int, text }: ColumnTypes) => [
  `create table webhook_deliveries (
    id ${id}, uuid ${text} not null unique, webhook_id ${int} references webhooks(id) on delete set null,
    name ${text} not null, event ${text} not null, trigger_type ${text} not null,
    pact_version_id ${int} not null references pact_versions(id) on delete cascade,
    consumer_version_id ${int} not null references versions(id) on delete cascade,
    verification_id ${int} references verifications(id) on delete cascade,
    required_version_id ${int} references versions(id) on delete cascade,
    variables ${text} not null, status ${text} not null, attempts_made ${int} not null,
    next_attempt_at ${text}, lease ${text}, created_at ${text} not null)`,
  'create index webhook_deliveries_due on webhook_deliveries (next_attempt_at) where next_attempt_at is not null',
  'create index webhook_deliveries_by_webhook on webhook_deliveries (webhook_id, id)',
  'create index webhook_deliveries_by_content on webhook_deliveries (pact_version_id)',
  'create index webhook_deliveries_by_consumer_version on webhook_deliveries (consumer_version_id, id)',
  'create index webhook_deliveries_by_verification on webhook_deliveries (verification_id) where verification_id is not null',
  `create index webhook_deliveries_by_required_version on webhook_deliveries (required_version_id, pact_version_id)
    where required_version_id is not null`,
  `create table webhook_attempts (
    delivery_id ${int} not null references webhook_deliveries(id) on delete cascade, number ${int} not null,
    success ${int} not null, log ${text} not null, attempted_at ${text} not null, primary key (delivery_id, number))`,
];
