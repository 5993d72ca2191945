import { deliveryNotFound, RedeliveryRefused } from '../../domain/webhooks/errors.ts';
import type { Db } from '../../storage/database.ts';
import { findExpectedVerifications, findLastDispatches } from '../../storage/expected-verifications.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { type Delivery, insertDeliveries } from '../../storage/webhook-deliveries.ts';
import { type DeliveryDetails, findDelivery } from '../../storage/webhook-delivery-lists.ts';
import { findWebhookById } from '../../storage/webhooks.ts';
import type { Tenant } from '../tenant.ts';
import { expectedVerificationNotFound } from './read-expected-verifications.ts';

/** Sends what a webhook was to be told once more, as a delivery of its own with attempts of its own. Throws NotFound, RedeliveryRefused. */
export async function redeliver(tenant: Tenant, uuid: string): Promise<DeliveryDetails> {
  const again = await inTransaction(tenant.db, async (trx) => {
    const delivery = await findDelivery(trx, uuid);
    if (!delivery) throw deliveryNotFound(uuid);
    if (!(await isEnabled(trx, delivery)))
      throw new RedeliveryRefused('The webhook is deleted or not enabled. Enable it, or execute another in its place.');
    const { webhook_uuid: _webhookUuid, ...row } = delivery;
    return repeat(trx, tenant, row);
  });
  tenant.webhooks.bell.ring();
  return readBack(tenant.db, again);
}

/** Asks once more, by every webhook that asked before, for a result that has not come. Throws NotFound, RedeliveryRefused. */
export async function dispatchAgain(tenant: Tenant, expectedUuid: string): Promise<DeliveryDetails[]> {
  const again = await inTransaction(tenant.db, async (trx) => {
    const [expected] = await findExpectedVerifications(trx, { uuid: expectedUuid });
    if (!expected) throw expectedVerificationNotFound(expectedUuid);
    const last = await findLastDispatches(trx, expected.pact_version_id, expected.required_version_id);
    const uuids: string[] = [];
    for (const delivery of last) if (await isEnabled(trx, delivery)) uuids.push(await repeat(trx, tenant, delivery));
    if (uuids.length === 0)
      throw new RedeliveryRefused('Each webhook that asked for this result is deleted or not enabled now. Enable one, and dispatch again.');
    return uuids;
  });
  tenant.webhooks.bell.ring();
  return Promise.all(again.map((uuid) => readBack(tenant.db, uuid)));
}

const isEnabled = async (trx: Db, { webhook_id }: Delivery): Promise<boolean> =>
  webhook_id !== null && (await findWebhookById(trx, webhook_id))?.enabled === 1;

async function repeat(trx: Db, { newUuid, now }: Tenant, { id: _id, ...delivery }: Delivery): Promise<string> {
  const uuid = newUuid();
  const at = now();
  const fresh = { status: 'not_run', attempts_made: 0, next_attempt_at: at, lease: null, created_at: at } as const;
  await insertDeliveries(trx, [{ ...delivery, ...fresh, uuid, trigger_type: 'user' }]);
  return uuid;
}

async function readBack(db: Db, uuid: string): Promise<DeliveryDetails> {
  const delivery = await findDelivery(db, uuid);
  if (!delivery) throw deliveryNotFound(uuid);
  return delivery;
}
