import { deliveryLog } from '../../domain/webhooks/delivery-log.ts';
import { SecretsUnreadable } from '../../domain/webhooks/errors.ts';
import { type OutboundResult, succeeded } from '../../domain/webhooks/outbound.ts';
import { redactor } from '../../domain/webhooks/redact.ts';
import { renderRequest } from '../../domain/webhooks/render-request.ts';
import { afterAttempt, attemptsRemaining, secondsAfter } from '../../domain/webhooks/retry-schedule.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { claimDeliveries, type Delivery, findNextDueTime, finishAttempt } from '../../storage/webhook-deliveries.ts';
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

/** Sends a claimed delivery once, and keeps what came of it. */
export async function attemptDelivery(tenant: Tenant, delivery: Delivery): Promise<void> {
  const webhook = delivery.webhook_id === null ? undefined : await findWebhookById(tenant.db, delivery.webhook_id);
  const at = tenant.now();
  const { result, redact } = await send(tenant, delivery, webhook);
  const { schedule } = tenant.webhooks;
  const made = delivery.attempts_made + 1;
  const success = succeeded(result);
  const { status, nextAttemptAt } = afterAttempt({ success, final: result.refused }, { made, schedule, now: tenant.now() });
  const remaining = attemptsRemaining(status, made, schedule);
  const log = deliveryLog({ result, at, redact, conclusion: conclusionOf(status, nextAttemptAt, remaining) });
  const attempt = { number: made, success: success ? (1 as const) : (0 as const), log, attempted_at: at };
  await inTransaction(tenant.db, (trx) => finishAttempt(trx, { delivery, status, nextAttemptAt, attempt }));
}

function conclusionOf(status: Delivery['status'], nextAttemptAt: string | null, remaining: number): string {
  if (status === 'success') return 'Delivered.';
  if (nextAttemptAt === null) return 'Given up. POST to the redeliver address of this triggered webhook to send it again.';
  return `Not delivered. The next attempt is due at ${nextAttemptAt}; ${remaining} ${remaining === 1 ? 'is' : 'are'} left.`;
}

type Sent = { result: OutboundResult; redact: (text: string) => string };

async function send({ webhooks }: Tenant, delivery: Delivery, webhook: Webhook | undefined): Promise<Sent> {
  if (!webhook) return unsent('The webhook has been deleted.', true);
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
