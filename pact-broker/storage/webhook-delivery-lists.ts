import type { Db } from './database.ts';
import { onPage, type Page } from './paging.ts';
import type { Row } from './schema.ts';

/** A delivery with what its representation needs. */
export interface DeliveryDetails extends Row<'webhook_deliveries'> {
  /** null once the webhook is deleted. */
  webhook_uuid: string | null;
}

const deliveries = (db: Db) =>
  db
    .selectFrom('webhook_deliveries as d')
    .leftJoin('webhooks as w', 'w.id', 'd.webhook_id')
    .selectAll('d')
    .select('w.uuid as webhook_uuid');

export const findDelivery = (db: Db, uuid: string): Promise<DeliveryDetails | undefined> =>
  deliveries(db).where('d.uuid', '=', uuid).executeTakeFirst();

/** What the publication of a consumer version's pact triggered, in order. */
export const findDeliveriesOfPact = (db: Db, consumerVersionId: number, pactVersionId: number): Promise<DeliveryDetails[]> =>
  deliveries(db)
    .where('d.consumer_version_id', '=', consumerVersionId)
    .where('d.pact_version_id', '=', pactVersionId)
    .where('d.verification_id', 'is', null)
    .orderBy('d.id')
    .execute();

/** What a verification result triggered, in order. */
export const findDeliveriesOfVerification = (db: Db, verificationId: number): Promise<DeliveryDetails[]> =>
  deliveries(db).where('d.verification_id', '=', verificationId).orderBy('d.id').execute();

export interface DeliveryFilter {
  status?: Row<'webhook_deliveries'>['status'] | undefined;
  webhookUuid?: string | undefined;
}

function filtered(db: Db, { status, webhookUuid }: DeliveryFilter) {
  let query = db.selectFrom('webhook_deliveries as d').leftJoin('webhooks as w', 'w.id', 'd.webhook_id');
  if (status !== undefined) query = query.where('d.status', '=', status);
  if (webhookUuid !== undefined) query = query.where('w.uuid', '=', webhookUuid);
  return query;
}

/** The newest first. */
export const findDeliveries = (db: Db, filter: DeliveryFilter, page: Page): Promise<DeliveryDetails[]> =>
  onPage(filtered(db, filter).selectAll('d').select('w.uuid as webhook_uuid').orderBy('d.id', 'desc'), page).execute();

export async function countDeliveries(db: Db, filter: DeliveryFilter): Promise<number> {
  const { total } = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}
