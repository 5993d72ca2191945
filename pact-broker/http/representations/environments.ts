import { displayName } from '../../domain/display-name.ts';
import type { Environment } from '../../storage/environments.ts';
import type { ShownEnvironment } from '../../storage/version-details.ts';
import type { Urls } from '../urls.ts';
import { present } from './present.ts';
import { wireTime } from './time.ts';

export const environmentTitle = ({ name, display_name }: Pick<Environment, 'name' | 'display_name'>): string =>
  display_name ?? displayName(name);

export function representEnvironment(environment: Environment, urls: Urls) {
  const { uuid, name, contacts } = environment;
  const title = environmentTitle(environment);
  return {
    uuid,
    name,
    displayName: title,
    production: environment.production === 1,
    ...present({ contacts: contacts === null ? undefined : (JSON.parse(contacts) as unknown) }),
    updatedAt: wireTime(environment.updated_at),
    createdAt: wireTime(environment.created_at),
    _links: {
      self: environmentLink(environment, urls),
      'pb:currently-deployed-deployed-versions': { title: `What is deployed to ${title} now`, href: urls.currentlyDeployed(uuid) },
      'pb:currently-supported-released-versions': {
        title: `What is released to ${title} and supported now`,
        href: urls.currentlySupported(uuid),
      },
      'pb:environments': { title: 'Environments', href: urls.environments() },
    },
  };
}

/** As it stands with a version that is there. */
export function representEnvironmentOfVersion(environment: ShownEnvironment, urls: Urls) {
  const { uuid, name, production, created_at } = environment;
  return {
    uuid,
    name,
    displayName: environmentTitle(environment),
    production: production === 1,
    createdAt: wireTime(created_at),
    _links: { self: { title: 'Environment', name, href: urls.environment(uuid) } },
  };
}

export const representEnvironments = (environments: Environment[], urls: Urls) => ({
  _embedded: { environments: environments.map((environment) => representEnvironment(environment, urls)) },
  _links: {
    self: { title: 'Environments', href: urls.environments() },
    'pb:environments': environments.map((environment) => environmentLink(environment, urls)),
  },
});

const environmentLink = ({ uuid, name }: Environment, urls: Urls) => ({ title: 'Environment', name, href: urls.environment(uuid) });
