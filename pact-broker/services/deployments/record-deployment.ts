import { NotFound } from '../../domain/errors.ts';
import type { Db } from '../../storage/database.ts';
import { type DeployedVersionDetails, endDeployedVersion, findDeployedVersion, replaceDeployedVersion } from '../../storage/deployments.ts';
import { type Environment, findEnvironmentById } from '../../storage/environments.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { requireEnvironment } from '../environments/require-environment.ts';
import type { Tenant } from '../tenant.ts';
import { requireVersion } from '../versions/require-version.ts';

export interface DeployedTo {
  deployedVersion: DeployedVersionDetails;
  environment: Environment;
}

export interface VersionInEnvironment {
  pacticipant: string;
  number: string;
  environment: string;
}

/** Records that a version is deployed to an application instance now, in place of what was. Throws PacticipantNotFound, NotFound. */
export function recordDeployment(tenant: Tenant, named: VersionInEnvironment, applicationInstance: string): Promise<DeployedTo> {
  return inTransaction(tenant.db, async (trx) => {
    const { pacticipant, version } = await requireVersion(trx, named);
    const environment = await requireEnvironment(trx, named.environment);
    const { uuid } = await replaceDeployedVersion(trx, {
      uuid: tenant.newUuid(),
      environmentId: environment.id,
      pacticipantId: pacticipant.id,
      versionId: version.id,
      applicationInstance,
      now: tenant.now(),
    });
    return readDeployedVersion(trx, uuid);
  });
}

/** Records, if `ends`, that a deployment is over; that of an ended one says nothing new. Throws NotFound. */
export function endDeployment(tenant: Tenant, uuid: string, ends: boolean): Promise<DeployedTo> {
  return inTransaction(tenant.db, async (trx) => {
    if (ends) await endDeployedVersion(trx, uuid, tenant.now());
    return readDeployedVersion(trx, uuid);
  });
}

/** Throws NotFound. */
export async function readDeployedVersion(db: Db, uuid: string): Promise<DeployedTo> {
  const deployedVersion = await findDeployedVersion(db, uuid);
  const environment = deployedVersion && (await findEnvironmentById(db, deployedVersion.environment_id));
  if (!environment) throw new NotFound(`deployed version with the uuid "${uuid}"`);
  return { deployedVersion, environment };
}
