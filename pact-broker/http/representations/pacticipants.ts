import { displayName } from '../../domain/display-name.ts';
import type { PacticipantDetails } from '../../services/pacticipants/read-pacticipants.ts';
import type { DeployedEnvironment } from '../../storage/deployments.ts';
import type { Label } from '../../storage/labels.ts';
import { type Page, representPage } from '../paging.ts';
import type { Urls } from '../urls.ts';
import { present } from './present.ts';
import { wireTime } from './time.ts';

export function representPacticipant({ pacticipant, labels, deployments }: PacticipantDetails, urls: Urls) {
  const { name } = pacticipant;
  const latest = pacticipant.latest_version === null ? undefined : latestVersion(name, pacticipant.latest_version, urls);
  return {
    name,
    displayName: pacticipant.display_name ?? displayName(name),
    ...present({
      repositoryUrl: pacticipant.repository_url,
      repositoryName: pacticipant.repository_name,
      repositoryNamespace: pacticipant.repository_namespace,
      mainBranch: pacticipant.main_branch,
    }),
    updatedAt: wireTime(pacticipant.updated_at),
    createdAt: wireTime(pacticipant.created_at),
    _embedded: {
      ...present({ latestVersion: latest }),
      labels: labels.map((label) => ({ name: label, _links: { self: labelLink(name, label, urls) } })),
      ...present({ 'latest-version': latest && { ...latest, title: OLD_LATEST_VERSION, name: OLD_LATEST_VERSION } }),
    },
    _links: pacticipantLinks(name, deployments, urls),
  };
}

// Where these texts are names and not titles, clients and comparisons may look at them: they are those of the reference.
const OLD_LATEST_VERSION = 'DEPRECATED - please use latestVersion';

const latestVersion = (pacticipant: string, number: string, urls: Urls) => ({
  number,
  _links: { self: { title: 'Version', name: number, href: urls.version(pacticipant, number) } },
});

function pacticipantLinks(name: string, deployments: DeployedEnvironment[] | undefined, urls: Urls) {
  const templated = (title: string, href: string) => ({ title, href, templated: true });
  return {
    self: { href: urls.pacticipant(name) },
    'pb:versions': { href: urls.versions(name) },
    'pb:branches': { href: urls.branches(name) },
    ...present({ 'pb:deployed-environments': deployments?.map((deployment) => deployedEnvironment(deployment, urls)) }),
    'pb:version': templated('A version: get, create, change or delete it', `${urls.versions(name)}/{version}`),
    'pb:version-tag': templated(`A tag of a version of ${name}: get, put or remove it`, `${urls.versions(name)}/{version}/tags/{tag}`),
    'pb:branch-version': templated(
      `A version of ${name} on a branch: get it, put it there or take it off`,
      `${urls.branches(name)}/{branch}/versions/{version}`,
    ),
    'pb:label': templated(`A label of ${name}: get, put or remove it`, `${urls.pacticipant(name)}/labels/{label}`),
    versions: { title: 'Old name; use pb:versions', href: urls.versions(name) },
    'pb:can-i-deploy-badge': templated(
      `Badge: can the latest version of ${name} with a tag be deployed where another tag is?`,
      `${urls.latestVersion(name)}/{tag}/can-i-deploy/to/{environmentTag}/badge`,
    ),
    'pb:can-i-deploy-branch-to-environment-badge': templated(
      `Badge: can the latest version of a branch of ${name} be deployed to an environment?`,
      `${urls.branches(name)}/{branch}/latest-version/can-i-deploy/to-environment/{environment}/badge`,
    ),
    curies: [urls.curie('pacticipant')],
  };
}

const deployedEnvironment = (deployment: DeployedEnvironment, urls: Urls) => ({
  title: `Version ${deployment.version} is deployed there`,
  name: deployment.environment_display_name ?? displayName(deployment.environment_name),
  href: urls.deployedVersion(deployment.uuid),
  ...(deployment.application_instance === '' ? {} : { application_instance: deployment.application_instance }),
});

export interface PacticipantList {
  pacticipants: PacticipantDetails[];
  total: number;
  page: Page | undefined;
  /** The filter, to be repeated in the links to other pages. */
  query?: Record<string, string>;
}

export function representPacticipants({ pacticipants, total, page, query }: PacticipantList, urls: Urls) {
  const paging = page && representPage(page, total, urls.pacticipants(), query);
  const embedded = pacticipants.map((details) => representPacticipant(details, urls));
  return {
    ...present({ page: paging?.page }),
    _embedded: { pacticipants: embedded },
    _links: {
      ...paging?.links,
      self: { href: urls.pacticipants() },
      'pb:pacticipants-with-label': { title: 'Pacticipants with a label', href: `${urls.pacticipants()}/label/{label}`, templated: true },
      'pb:pacticipants': embedded.map(({ name }) => ({ href: urls.pacticipant(name), title: 'Pacticipant', name })),
      pacticipants: embedded.map(({ name }) => ({ href: urls.pacticipant(name), title: name, name: OLD_PACTICIPANTS })),
    },
  };
}

const OLD_PACTICIPANTS = 'DEPRECATED - please use pb:pacticipants';

/** The list as the oldest clients know it: with the pacticipants a second time, beside _embedded. */
export function representPacticipantsTwice(list: PacticipantList, urls: Urls) {
  const body = representPacticipants(list, urls);
  return { ...body, pacticipants: body._embedded.pacticipants.map((pacticipant) => ({ ...pacticipant, title: OLD_EMBEDDED })) };
}

const OLD_EMBEDDED = 'Old place; use _embedded.pacticipants';

const labelLink = (pacticipant: string, label: string, urls: Urls) => ({
  title: 'Label',
  name: label,
  href: urls.label(pacticipant, label),
});

export const representLabel = (pacticipant: string, label: Label, urls: Urls) => ({
  name: label.name,
  createdAt: wireTime(label.created_at),
  _links: {
    self: labelLink(pacticipant, label.name, urls),
    pacticipant: { title: 'Pacticipant', name: pacticipant, href: urls.pacticipant(pacticipant) },
  },
});

export const representLabelNames = (names: string[], urls: Urls) => ({
  _embedded: { labels: names.map((name) => ({ name })) },
  _links: { self: { title: 'Labels in use', href: urls.labels() } },
});
