import { type PactConflict, PactModificationRefused, PublicationConflict } from '../../domain/pacts/errors.ts';
import type { PactContent } from '../../domain/pacts/pact-content.ts';
import type { ReachedTenant } from '../tenant.ts';
import { type PublishedContract, publishContracts } from './publish-contracts.ts';

export interface PactToPut {
  consumer: string;
  version: string;
  provider: string;
  content: PactContent;
}

/** Publishes one pact under a consumer version. Throws PactModificationRefused where other content stands there. */
export async function putPact(tenant: ReachedTenant, pact: PactToPut): Promise<PublishedContract> {
  try {
    return await publishOne(tenant, pact, 'overwrite', tenant.rules.allowPactModification);
  } catch (error) {
    if (error instanceof PublicationConflict) throw new PactModificationRefused(error.conflicts[0] as PactConflict);
    throw error;
  }
}

/** Adds a pact's interactions to the one that stands there. Throws PublicationConflict where both describe one interaction differently. */
export const mergePact = (tenant: ReachedTenant, pact: PactToPut): Promise<PublishedContract> => publishOne(tenant, pact, 'merge', true);

async function publishOne(
  tenant: ReachedTenant,
  { consumer, version, provider, content }: PactToPut,
  onConflict: 'overwrite' | 'merge',
  allow: boolean,
) {
  const publication = {
    consumer,
    version,
    branch: undefined,
    tags: [],
    buildUrl: undefined,
    contracts: [{ consumer, provider, content, onConflict }],
  };
  const { contracts } = await publishContracts(tenant, publication, allow);
  return contracts[0] as PublishedContract;
}
