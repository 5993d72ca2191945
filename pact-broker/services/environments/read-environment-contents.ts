import type { Db } from '../../storage/database.ts';
import {
  type DeployedVersionDetails,
  type DeploymentFilter,
  findCurrentlyDeployed,
  findDeploymentsOfVersion,
} from '../../storage/deployments.ts';
import type { Environment } from '../../storage/environments.ts';
import { findCurrentlySupported, findReleasesOfVersion, type ReleasedVersionDetails, type ReleaseFilter } from '../../storage/releases.ts';
import type { VersionInEnvironment } from '../deployments/record-deployment.ts';
import { requirePacticipant } from '../pacticipants/require-pacticipant.ts';
import { readList, type VersionList } from '../versions/read-versions.ts';
import { requireVersion } from '../versions/require-version.ts';
import { requireEnvironment } from './require-environment.ts';

export interface Deployed {
  environment: Environment;
  deployedVersions: DeployedVersionDetails[];
}

export interface Released {
  environment: Environment;
  releasedVersions: ReleasedVersionDetails[];
}

/** Throws NotFound. */
export async function readCurrentlyDeployed(db: Db, uuid: string, filter: DeploymentFilter): Promise<Deployed> {
  const environment = await requireEnvironment(db, uuid);
  return { environment, deployedVersions: await findCurrentlyDeployed(db, environment.id, filter) };
}

/** Throws NotFound. */
export async function readCurrentlySupported(db: Db, uuid: string, filter: ReleaseFilter): Promise<Released> {
  const environment = await requireEnvironment(db, uuid);
  return { environment, releasedVersions: await findCurrentlySupported(db, environment.id, filter) };
}

/** Throws PacticipantNotFound, NotFound. */
export async function readDeploymentsOfVersion(db: Db, named: VersionInEnvironment): Promise<Deployed> {
  const { version } = await requireVersion(db, named);
  const environment = await requireEnvironment(db, named.environment);
  return { environment, deployedVersions: await findDeploymentsOfVersion(db, version.id, environment.id) };
}

/** Throws PacticipantNotFound, NotFound. */
export async function readReleasesOfVersion(db: Db, named: VersionInEnvironment): Promise<Released> {
  const { version } = await requireVersion(db, named);
  const environment = await requireEnvironment(db, named.environment);
  return { environment, releasedVersions: await findReleasesOfVersion(db, version.id, environment.id) };
}

/** The versions of a pacticipant that are deployed or supported in an environment now. Throws PacticipantNotFound, NotFound. */
export async function readVersionsInEnvironment(
  db: Db,
  { pacticipant, environment: uuid }: { pacticipant: string; environment: string },
): Promise<VersionList & { environment: Environment }> {
  const { id } = await requirePacticipant(db, pacticipant);
  const environment = await requireEnvironment(db, uuid);
  return { environment, ...(await readList(db, { id, pacticipant, filter: { environmentId: environment.id } })) };
}
