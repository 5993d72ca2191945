import { NotFound } from '../../domain/errors.ts';
import type { Db } from '../../storage/database.ts';
import { type Environment, findEnvironmentById } from '../../storage/environments.ts';
import { endReleasedVersion, findReleasedVersion, putReleasedVersion, type ReleasedVersionDetails } from '../../storage/releases.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { requireEnvironment } from '../environments/require-environment.ts';
import type { Tenant } from '../tenant.ts';
import { requireVersion } from '../versions/require-version.ts';
import type { VersionInEnvironment } from './record-deployment.ts';

export interface ReleasedTo {
  releasedVersion: ReleasedVersionDetails;
  environment: Environment;
}

/** Records that a version is released and supported; others stay supported beside it. Throws PacticipantNotFound, NotFound. */
export function recordRelease(tenant: Tenant, named: VersionInEnvironment): Promise<ReleasedTo & { created: boolean }> {
  return inTransaction(tenant.db, async (trx) => {
    const { pacticipant, version } = await requireVersion(trx, named);
    const environment = await requireEnvironment(trx, named.environment);
    const now = tenant.now();
    const { uuid, created } = await putReleasedVersion(trx, {
      uuid: tenant.newUuid(),
      environment_id: environment.id,
      pacticipant_id: pacticipant.id,
      version_id: version.id,
      created_at: now,
      updated_at: now,
      ended_at: null,
    });
    return { ...(await readReleasedVersion(trx, uuid)), created };
  });
}

/** Records, if `ends`, that a release is no longer supported; that of an ended one says nothing new. Throws NotFound. */
export function endSupport(tenant: Tenant, uuid: string, ends: boolean): Promise<ReleasedTo> {
  return inTransaction(tenant.db, async (trx) => {
    if (ends) await endReleasedVersion(trx, uuid, tenant.now());
    return readReleasedVersion(trx, uuid);
  });
}

/** Throws NotFound. */
export async function readReleasedVersion(db: Db, uuid: string): Promise<ReleasedTo> {
  const releasedVersion = await findReleasedVersion(db, uuid);
  const environment = releasedVersion && (await findEnvironmentById(db, releasedVersion.environment_id));
  if (!environment) throw new NotFound(`released version with the uuid "${uuid}"`);
  return { releasedVersion, environment };
}
