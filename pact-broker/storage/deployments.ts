import { type Db, isPostgres } from './database.ts';
import type { Row } from './schema.ts';

export type DeployedVersion = Row<'environment_versions'>;

/** With the names that its representation needs. */
export interface DeployedVersionDetails extends DeployedVersion {
  pacticipant: string;
  version: string;
}

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
  await lockEnvironment(trx, environmentId);
  const current = await trx
    .selectFrom('environment_versions')
    .selectAll()
    .where('environment_id', '=', environmentId)
    .where('pacticipant_id', '=', pacticipantId)
    .where('application_instance', '=', applicationInstance)
    .where('kind', '=', 'deployed')
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (current?.version_id === versionId) return current;
  if (current) await endDeployedVersion(trx, current.uuid, now);
  return trx
    .insertInto('environment_versions')
    .values({
      uuid: deployment.uuid,
      kind: 'deployed',
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

/** Deployments to one environment follow one another, so that of two at the same moment the later one ends the earlier. */
async function lockEnvironment(trx: Db, environmentId: number): Promise<void> {
  if (!isPostgres(trx)) return;
  await trx.selectFrom('environments').select('id').where('id', '=', environmentId).forNoKeyUpdate().execute();
}

/** Ends a deployment, unless it has ended already. */
export async function endDeployedVersion(db: Db, uuid: string, now: string): Promise<void> {
  await db
    .updateTable('environment_versions')
    .set({ ended_at: now, updated_at: now })
    .where('uuid', '=', uuid)
    .where('kind', '=', 'deployed')
    .where('ended_at', 'is', null)
    .execute();
}

const details = (db: Db) =>
  db
    .selectFrom('environment_versions as d')
    .innerJoin('pacticipants as p', 'p.id', 'd.pacticipant_id')
    .innerJoin('versions as v', 'v.id', 'd.version_id')
    .selectAll('d')
    .select(['p.name as pacticipant', 'v.number as version'])
    .where('d.kind', '=', 'deployed');

export const findDeployedVersion = (db: Db, uuid: string): Promise<DeployedVersionDetails | undefined> =>
  details(db).where('d.uuid', '=', uuid).executeTakeFirst();

export interface DeploymentFilter {
  pacticipant?: string | undefined;
  version?: string | undefined;
  applicationInstance?: string | undefined;
}

/** What stands in an environment now, the newest deployment first. */
export function findCurrentlyDeployed(db: Db, environmentId: number, filter: DeploymentFilter): Promise<DeployedVersionDetails[]> {
  let query = details(db).where('d.environment_id', '=', environmentId).where('d.ended_at', 'is', null).orderBy('d.id', 'desc');
  if (filter.pacticipant !== undefined) query = query.where('p.name', '=', filter.pacticipant);
  if (filter.version !== undefined) query = query.where('v.number', '=', filter.version);
  if (filter.applicationInstance !== undefined) query = query.where('d.application_instance', '=', filter.applicationInstance);
  return query.execute();
}

/** Every time a version was deployed to an environment, the newest first. */
export const findDeploymentsOfVersion = (db: Db, versionId: number, environmentId: number): Promise<DeployedVersionDetails[]> =>
  details(db).where('d.version_id', '=', versionId).where('d.environment_id', '=', environmentId).orderBy('d.id', 'desc').execute();

/** What a pacticipant has deployed now, by environment. */
export interface DeployedEnvironment extends DeployedVersionDetails {
  environment_name: string;
  environment_display_name: string | null;
}

export const findCurrentDeploymentsOf = (db: Db, pacticipantId: number): Promise<DeployedEnvironment[]> =>
  details(db)
    .innerJoin('environments as e', 'e.id', 'd.environment_id')
    .select(['e.name as environment_name', 'e.display_name as environment_display_name'])
    .where('d.pacticipant_id', '=', pacticipantId)
    .where('d.ended_at', 'is', null)
    .orderBy('d.id')
    .execute();
