import { NotFound } from '../../domain/errors.ts';
import type { Db } from '../../storage/database.ts';
import {
  countExpectedVerifications,
  type ExpectedVerification,
  findDeliveriesById,
  findExpectedVerifications,
} from '../../storage/expected-verifications.ts';
import type { Page } from '../../storage/paging.ts';
import type { DeliveryDetails } from '../../storage/webhook-delivery-lists.ts';

export const expectedVerificationNotFound = (uuid: string) =>
  new NotFound(`expected verification with the uuid ${uuid}: its result may have come, or the provider version is not in use any more`);

export interface AwaitedResult extends ExpectedVerification {
  lastDelivery: DeliveryDetails;
}

export interface ExpectedVerifications {
  expected: AwaitedResult[];
  total: number;
}

/** The results that were asked for by webhook and have not come, the one waited for the longest first. */
export async function readExpectedVerifications(
  db: Db,
  filter: { consumer?: string | undefined; provider?: string | undefined },
  page: Page,
): Promise<ExpectedVerifications> {
  return {
    expected: await withDeliveries(db, await findExpectedVerifications(db, filter, page)),
    total: await countExpectedVerifications(db, filter),
  };
}

/** Throws NotFound. */
export async function readExpectedVerification(db: Db, uuid: string): Promise<AwaitedResult> {
  const [expected] = await withDeliveries(db, await findExpectedVerifications(db, { uuid }));
  if (!expected) throw expectedVerificationNotFound(uuid);
  return expected;
}

async function withDeliveries(db: Db, rows: ExpectedVerification[]): Promise<AwaitedResult[]> {
  const deliveries = await findDeliveriesById(
    db,
    rows.map(({ last_delivery_id }) => last_delivery_id),
  );
  const byId = new Map(deliveries.map((delivery) => [delivery.id, delivery]));
  return rows.flatMap((row) => {
    const lastDelivery = byId.get(row.last_delivery_id);
    return lastDelivery ? [{ ...row, lastDelivery }] : [];
  });
}
