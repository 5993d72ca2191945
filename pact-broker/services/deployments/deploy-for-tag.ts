import type { Db } from '../../storage/database.ts';
import { replaceDeployedVersion } from '../../storage/deployments.ts';
import { findEnvironmentByName } from '../../storage/environments.ts';
import type { Pacticipant } from '../../storage/pacticipants.ts';
import type { Version } from '../../storage/versions.ts';
import type { Tenant } from '../tenant.ts';

/** A tag named like an environment means, to teams that came from tags, that the version is deployed there. */
export async function deployForTag(
  trx: Db,
  tenant: Tenant,
  { pacticipant, version, tag }: { pacticipant: Pacticipant; version: Version; tag: string },
): Promise<void> {
  const environment = await findEnvironmentByName(trx, tag);
  if (!environment) return;
  await replaceDeployedVersion(trx, {
    uuid: tenant.newUuid(),
    environmentId: environment.id,
    pacticipantId: pacticipant.id,
    versionId: version.id,
    applicationInstance: '',
    now: tenant.now(),
  });
}
