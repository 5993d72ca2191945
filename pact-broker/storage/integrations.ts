import { type SqlBool, sql } from 'kysely';
import type { Db } from './database.ts';
import { prepared } from './prepared.ts';
import { writeAhead } from './transaction.ts';

/** Creates the integrations of a consumer that do not exist yet, and notes that their contracts changed. */
export async function touchIntegrations(trx: Db, consumerId: number, providerIds: number[], now: string): Promise<void> {
  const rows = [...providerIds]
    .sort((a, b) => a - b)
    .map((provider_id) => ({ consumer_id: consumerId, provider_id, created_at: now, contract_data_updated_at: now }));
  const touched = trx
    .insertInto('integrations')
    .values(rows)
    .onConflict((c) =>
      c
        .columns(['consumer_id', 'provider_id'])
        .doUpdateSet((eb) => ({ contract_data_updated_at: eb.ref('excluded.contract_data_updated_at') })),
    );
  await writeAhead(trx, touched);
}

export interface IntegrationNames {
  consumer: string;
  provider: string;
}

/** With whom consumers have, or had, a pact. */
export const findProvidersOf = prepared<{ consumerIds: number[] }, IntegrationNames>((db, p) =>
  db
    .selectFrom('integrations as i')
    .innerJoin('pacticipants as c', 'c.id', 'i.consumer_id')
    .innerJoin('pacticipants as p', 'p.id', 'i.provider_id')
    .select(['c.name as consumer', 'p.name as provider'])
    .where(p.in(sql.ref('i.consumer_id'), 'consumerIds')),
);

/** The integrations whose consumer and provider both have one of these names. */
export const findIntegrationsBetween = prepared<{ names: string[] }, { consumer_id: number; provider_id: number }>((db, p) => {
  const named = sql`(select p.id from pacticipants as p where ${p.in(sql.ref('p.name'), 'names')})`;
  return db
    .selectFrom('integrations')
    .select(['consumer_id', 'provider_id'])
    .where(sql<SqlBool>`consumer_id in ${named} and provider_id in ${named}`);
});
