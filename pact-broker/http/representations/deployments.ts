import type { DeployedTo } from '../../services/deployments/record-deployment.ts';
import type { ReleasedTo } from '../../services/deployments/record-release.ts';
import type { DeployedVersionDetails } from '../../storage/deployments.ts';
import type { ReleasedVersionDetails } from '../../storage/releases.ts';
import type { Urls } from '../urls.ts';
import { representEnvironment } from './environments.ts';
import { present } from './present.ts';
import { wireTime } from './time.ts';

export function representDeployedVersion({ deployedVersion, environment }: DeployedTo, urls: Urls) {
  const listed = listedDeployedVersion(deployedVersion, urls);
  return { ...listed, _embedded: { ...listed._embedded, environment: representEnvironment(environment, urls) } };
}

export function representReleasedVersion({ releasedVersion, environment }: ReleasedTo, urls: Urls) {
  const listed = listedReleasedVersion(releasedVersion, urls);
  return { ...listed, _embedded: { ...listed._embedded, environment: representEnvironment(environment, urls) } };
}

export interface ListView {
  /** The address that was asked for. */
  self: string;
  title: string;
}

export const representDeployedVersions = (rows: DeployedVersionDetails[], { self, title }: ListView, urls: Urls) => ({
  _embedded: { deployedVersions: rows.map((row) => listedDeployedVersion(row, urls)) },
  _links: { self: { href: self, title } },
});

export const representReleasedVersions = (rows: ReleasedVersionDetails[], { self, title }: ListView, urls: Urls) => ({
  _embedded: { releasedVersions: rows.map((row) => listedReleasedVersion(row, urls)) },
  _links: { self: { href: self, title } },
});

function listedDeployedVersion(row: DeployedVersionDetails, urls: Urls) {
  const instance = row.application_instance === '' ? undefined : row.application_instance;
  return {
    uuid: row.uuid,
    currentlyDeployed: row.ended_at === null,
    // The same under its older name.
    ...present({ target: instance, applicationInstance: instance }),
    ...present({ undeployedAt: row.ended_at === null ? undefined : wireTime(row.ended_at) }),
    createdAt: wireTime(row.created_at),
    _embedded: whatIsThere(row, urls),
    _links: { self: { href: urls.deployedVersion(row.uuid) } },
  };
}

const listedReleasedVersion = (row: ReleasedVersionDetails, urls: Urls) => ({
  uuid: row.uuid,
  currentlySupported: row.ended_at === null,
  createdAt: wireTime(row.created_at),
  ...present({ supportEndedAt: row.ended_at === null ? undefined : wireTime(row.ended_at) }),
  _embedded: whatIsThere(row, urls),
  _links: { self: { href: urls.releasedVersion(row.uuid) } },
});

const whatIsThere = ({ pacticipant, version }: { pacticipant: string; version: string }, urls: Urls) => ({
  pacticipant: { name: pacticipant, _links: { self: { href: urls.pacticipant(pacticipant) } } },
  version: { number: version, _links: { self: { title: 'Version', name: version, href: urls.version(pacticipant, version) } } },
});
