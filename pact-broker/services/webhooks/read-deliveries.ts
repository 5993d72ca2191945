import { NotFound } from '../../domain/errors.ts';
import { verificationIdOf } from '../../domain/verifications/verification-number.ts';
import { deliveryNotFound, webhookNotFound } from '../../domain/webhooks/errors.ts';
import type { DeliveryStatus } from '../../domain/webhooks/retry-schedule.ts';
import type { Db } from '../../storage/database.ts';
import { findLatestPact, findPactOfVersion, type Pact } from '../../storage/pact-lookups.ts';
import type { Page } from '../../storage/paging.ts';
import { findVerification } from '../../storage/verifications.ts';
import { findAttemptLogs } from '../../storage/webhook-deliveries.ts';
import {
  countDeliveries,
  type DeliveryDetails,
  findDeliveries,
  findDeliveriesOfPact,
  findDeliveriesOfVerification,
  findDelivery,
} from '../../storage/webhook-delivery-lists.ts';
import { findWebhook } from '../../storage/webhooks.ts';

interface Integration {
  consumer: string;
  provider: string;
}

/** Throws NotFound. */
export async function readDelivery(db: Db, uuid: string): Promise<DeliveryDetails> {
  const delivery = await findDelivery(db, uuid);
  if (!delivery) throw deliveryNotFound(uuid);
  return delivery;
}

// As the reference says it, since clients show it while they wait.
const NOT_YET = 'Webhook has not executed yet. Please retry in a few seconds.';
const NEVER = 'Given up before the first attempt, because the webhook was deleted.';

/** What was sent and answered, attempt by attempt, as text. Throws NotFound. */
export async function readDeliveryLog(db: Db, uuid: string): Promise<string> {
  const { id, next_attempt_at } = await readDelivery(db, uuid);
  const logs = await findAttemptLogs(db, id);
  if (logs.length > 0) return logs.join('\n');
  return next_attempt_at === null ? NEVER : NOT_YET;
}

/** What the publication of a consumer version's pact triggered, the newest first. Throws NotFound. */
export async function readDeliveriesOfPact(db: Db, key: Integration & { number: string }): Promise<DeliveryDetails[]> {
  const pact = await findPactOfVersion(db, key);
  if (!pact) throw new NotFound(`pact between ${key.consumer} version ${key.number} and ${key.provider}`);
  return (await findDeliveriesOfPact(db, pact.consumer_version_id, pact.pact_version_id)).reverse();
}

/** What a verification result triggered, the newest first. Throws NotFound. */
export async function readDeliveriesOfVerification(db: Db, key: Integration & { sha: string; result: number }): Promise<DeliveryDetails[]> {
  const found = await findVerification(db, { ...key, id: verificationIdOf(key.result) });
  if (!found) throw new NotFound(`verification result ${key.result} of the pact between ${key.consumer} and ${key.provider}`);
  return (await findDeliveriesOfVerification(db, found.id)).reverse();
}

export interface WebhooksStatus {
  pact: Pact;
  /** Of each webhook and event the last delivery. */
  deliveries: DeliveryDetails[];
}

/** How the webhooks of the latest pact fared. Throws NotFound. */
export async function readWebhooksStatus(db: Db, key: Integration): Promise<WebhooksStatus> {
  const pact = await findLatestPact(db, key);
  if (!pact) throw new NotFound(`pact between ${key.consumer} and ${key.provider}`);
  const deliveries = await findDeliveriesOfPact(db, pact.consumer_version_id, pact.pact_version_id);
  const last = new Map(
    deliveries.map((delivery) => [`${delivery.webhook_id} ${delivery.event} ${delivery.required_version_id}`, delivery]),
  );
  return { pact, deliveries: [...last.values()] };
}

export interface DeliveryList {
  deliveries: DeliveryDetails[];
  total: number;
}

/** Whatever was triggered, the newest first. Throws NotFound for the webhook. */
export async function readDeliveries(
  db: Db,
  filter: { status?: DeliveryStatus | undefined; webhookUuid?: string | undefined },
  page: Page,
): Promise<DeliveryList> {
  if (filter.webhookUuid !== undefined && !(await findWebhook(db, filter.webhookUuid))) throw webhookNotFound(filter.webhookUuid);
  return { deliveries: await findDeliveries(db, filter, page), total: await countDeliveries(db, filter) };
}
