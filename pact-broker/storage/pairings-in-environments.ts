import { sql } from 'kysely';
import { outcomeOf, type Pairing } from '../domain/integrations/pairing.ts';
import type { Db } from './database.ts';
import { prepared } from './prepared.ts';
import type { Flag } from './schema.ts';
import { textOf } from './text-of.ts';

export interface PairingInEnvironment extends Pairing {
  integrationId: number;
  environment: string;
}

interface Row {
  integration_id: number;
  environment: string;
  consumer_version: string | null;
  provider_version: string | null;
  pact_version_id: number | null;
  success: Flag | null;
}

// The pacticipants come first, as there are few of them: what has left an environment is never looked at.
const place = (side: 'consumer_id' | 'provider_id') => sql`
  select i.id, i.consumer_id, i.provider_id, x.environment_id from integrations as i
  join environment_versions as x on x.pacticipant_id = ${sql.ref(`i.${side}`)} and x.ended_at is null`;

const rows = prepared<object, Row>(
  () => sql<Row>`
    select integration_id, environment, pact_version_id,
      (select v.success from latest_verifications as v
        where v.pact_version_id = pair.pact_version_id and v.provider_version_id = pair.provider_version_id) as success,
      ${textOf('versions', 'number', 'pair.consumer_version_id')} as consumer_version,
      ${textOf('versions', 'number', 'pair.provider_version_id')} as provider_version
    from (
      select distinct place.id as integration_id, e.id as environment_id, e.name as environment,
        consumer.version_id as consumer_version_id, provider.version_id as provider_version_id,
        (select pp.pact_version_id from pact_publications as pp
          where pp.consumer_version_id = consumer.version_id and pp.provider_id = place.provider_id) as pact_version_id
      from (${place('consumer_id')} union ${place('provider_id')}) as place
      join environments as e on e.id = place.environment_id
      left join environment_versions as consumer on consumer.pacticipant_id = place.consumer_id
        and consumer.environment_id = place.environment_id and consumer.ended_at is null
      left join environment_versions as provider on provider.pacticipant_id = place.provider_id
        and provider.environment_id = place.environment_id and provider.ended_at is null
    ) as pair
    order by integration_id, environment_id, consumer_version_id desc, provider_version_id desc`,
);

/**
 * For every integration and every environment that its consumer or provider is in: each consumer version there beside each provider
 * version there, the newest first.
 */
export const findPairingsInEnvironments = async (db: Db): Promise<PairingInEnvironment[]> =>
  (await rows(db, {})).map((row) => ({
    integrationId: row.integration_id,
    environment: row.environment,
    consumerVersion: row.consumer_version ?? undefined,
    providerVersion: row.provider_version ?? undefined,
    outcome: outcomeOf(row.pact_version_id !== null, row.success),
  }));
