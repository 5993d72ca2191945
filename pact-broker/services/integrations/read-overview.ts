import type { IntegrationOverview } from '../../domain/integrations/overview.ts';
import { worstFirst } from '../../domain/integrations/pairing.ts';
import type { Db } from '../../storage/database.ts';
import { findIntegrationHeads } from '../../storage/integration-overview.ts';
import { findPairingsInEnvironments } from '../../storage/pairings-in-environments.ts';
import { together } from '../together.ts';

/** Every integration by its names, in two questions however many there are; what is in trouble in an environment comes first there. */
export async function readOverview(db: Db): Promise<IntegrationOverview[]> {
  const [heads, pairings] = await together([findIntegrationHeads(db), findPairingsInEnvironments(db)]);
  const byIntegration = Map.groupBy(pairings, ({ integrationId }) => integrationId);
  return heads.map(({ id, ...integration }) => {
    const byEnvironment = Map.groupBy(byIntegration.get(id) ?? [], ({ environment }) => environment);
    const environments = [...byEnvironment].map(([environment, there]) => ({ environment, pairings: worstFirst(there) }));
    return { ...integration, environments };
  });
}
