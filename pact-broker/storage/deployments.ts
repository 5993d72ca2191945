import type { Db } from './database.ts';
import type { Row } from './schema.ts';

export type DeployedVersion = Row<'deployed_versions'>;

export interface Deployment {
  uuid: string;
  environmentId: number;
  pacticipantId: number;
  versionId: number;
  /** '' for the instance without a name. */
  applicationInstance: string;
  now: string;
}

/** Makes a version the deployed one of its application instance; what stood there ends. The same version again stays as it is. */
export async function replaceDeployedVersion(trx: Db, deployment: Deployment): Promise<DeployedVersion> {
  const { environmentId, pacticipantId, versionId, applicationInstance, now } = deployment;
  const current = () =>
    trx
      .selectFrom('deployed_versions')
      .selectAll()
      .where('environment_id', '=', environmentId)
      .where('pacticipant_id', '=', pacticipantId)
      .where('application_instance', '=', applicationInstance)
      .where('ended_at', 'is', null);
  const found = await current().executeTakeFirst();
  if (found?.version_id === versionId) return found;
  await trx
    .updateTable('deployed_versions')
    .set({ ended_at: now, updated_at: now })
    .where('environment_id', '=', environmentId)
    .where('pacticipant_id', '=', pacticipantId)
    .where('application_instance', '=', applicationInstance)
    .where('ended_at', 'is', null)
    .execute();
  return trx
    .insertInto('deployed_versions')
    .values({
      uuid: deployment.uuid,
      environment_id: environmentId,
      pacticipant_id: pacticipantId,
      version_id: versionId,
      application_instance: applicationInstance,
      created_at: now,
      updated_at: now,
      ended_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
