import { deliveryLog, logLine } from '../../domain/webhooks/delivery-log.ts';
import { SecretsUnreadable } from '../../domain/webhooks/errors.ts';
import { lastAnswer, type OutboundResult, succeeded } from '../../domain/webhooks/outbound.ts';
import { redactor } from '../../domain/webhooks/redact.ts';
import { renderRequest } from '../../domain/webhooks/render-request.ts';
import { afterAttempt, attemptsRemaining, secondsAfter } from '../../domain/webhooks/retry-schedule.ts';
import { requestName } from '../../domain/webhooks/webhook.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { claimDeliveries, type Delivery, findNextDueTime, finishAttempt, lockHeldDelivery } from '../../storage/webhook-deliveries.ts';
import { findWebhookById, type Webhook } from '../../storage/webhooks.ts';
import type { Tenant } from '../tenant.ts';
import { requestToSend } from './saved-webhook.ts';

/** Takes deliveries that are due; nobody else takes them while the lease lasts. */
export function claimDueDeliveries(tenant: Tenant, limit: number): Promise<Delivery[]> {
  const now = tenant.now();
  const until = secondsAfter(now, tenant.webhooks.lease);
  return claimDeliveries(tenant.db, { lease: tenant.newUuid(), now, until, limit });
}

/** When the next delivery comes due; null when none waits. */
export const readNextDueTime = ({ db }: Tenant): Promise<string | null> => findNextDueTime(db);

/** A delivery that will not be tried again, as whoever runs the broker is told of it: without secrets. */
export interface GivenUp {
  webhook: string;
  /** Its description, or method and host of its address. */
  name: string;
  event: string;
  triggeredWebhook: string;
  attempts: number;
  /** The status of the last answer, or why there was none. */
  last: number | string;
}

/** Sends a claimed delivery once, and keeps what came of it. Hands it back where it is given up, but for a deleted webhook's. */
export async function attemptDelivery(tenant: Tenant, delivery: Delivery): Promise<GivenUp | undefined> {
  const webhook = delivery.webhook_id === null ? undefined : await findWebhookById(tenant.db, delivery.webhook_id);
  const at = tenant.now();
  const { result, redact } = await send(tenant, delivery, webhook);
  const { schedule } = tenant.webhooks;
  const made = delivery.attempts_made + 1;
  const success = succeeded(result);
  const status = await inTransaction(tenant.db, async (trx) => {
    const held = await lockHeldDelivery(trx, delivery);
    if (!held) return undefined;
    const deleted = held.webhook_id === null;
    const { status, nextAttemptAt } = afterAttempt({ success, final: result.refused || deleted }, { made, schedule, now: tenant.now() });
    const conclusion = deleted && !success ? DELETED : conclusionOf(status, nextAttemptAt, attemptsRemaining(status, made, schedule));
    const log = deliveryLog({ result, at, redact, conclusion });
    const attempt = { number: made, success: success ? (1 as const) : (0 as const), log, attempted_at: at };
    await finishAttempt(trx, { delivery, status, nextAttemptAt, attempt });
    return status;
  });
  if (status !== 'failure' || !webhook) return undefined;
  return {
    webhook: webhook.uuid,
    name: redact(webhook.description ?? requestName(webhook)),
    event: delivery.event,
    triggeredWebhook: delivery.uuid,
    attempts: made,
    last: lastAnswer(result)?.status ?? redact(result.failure ?? ''),
  };
}

const DELETED = 'Given up, because the webhook has been deleted.';

/** What is said at the end of the log of a delivery whose webhook is deleted while it waits for its next attempt. */
export const deletedMeanwhile = (at: string): string => `${logLine(at, 'WARN', DELETED)}\n`;

function conclusionOf(status: Delivery['status'], nextAttemptAt: string | null, remaining: number): string {
  if (status === 'success') return 'Delivered.';
  if (nextAttemptAt === null) return 'Given up. POST to the redeliver address of this triggered webhook to send it again.';
  return `Not delivered. The next attempt is due at ${nextAttemptAt}; ${remaining} ${remaining === 1 ? 'is' : 'are'} left.`;
}

type Sent = { result: OutboundResult; redact: (text: string) => string };

async function send({ webhooks }: Tenant, delivery: Delivery, webhook: Webhook | undefined): Promise<Sent> {
  if (!webhook) return unsent('There is no webhook any more to send this for.', true);
  if (webhook.enabled === 0) return unsent('The webhook is not enabled.', true);
  try {
    const request = requestToSend(webhook, webhooks.vault);
    const result = await webhooks.send(renderRequest(request, JSON.parse(delivery.variables), webhooks.userAgent));
    return { result, redact: redactor(request) };
  } catch (error) {
    if (error instanceof SecretsUnreadable) return unsent(error.message, false);
    throw error;
  }
}

const unsent = (failure: string, refused: boolean): Sent => ({ result: { exchanges: [], failure, refused }, redact: (text) => text });
