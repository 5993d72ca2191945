import { Type } from 'typebox';
import { Environment } from './environments.ts';
import { self, Time } from './hal.ts';
import { Name } from './names.ts';

const Instance = (description: string) =>
  Type.Optional(Type.Union([Name(description, ['blue']), Type.Literal(''), Type.Null()], { description }));

export const DeploymentBody = Type.Object(
  {
    applicationInstance: Instance('Which of several instances of the application it is deployed to; leave it out where there is one'),
    target: Instance('The older name of applicationInstance'),
  },
  { $id: 'DeploymentBody', examples: [{ applicationInstance: 'blue' }] },
);

export const EndOfDeployment = Type.Object(
  { currentlyDeployed: Type.Optional(Type.Literal(false)) },
  { $id: 'EndOfDeployment', examples: [{ currentlyDeployed: false }] },
);
export const EndOfSupport = Type.Object(
  { currentlySupported: Type.Optional(Type.Literal(false)) },
  { $id: 'EndOfSupport', examples: [{ currentlySupported: false }] },
);

const embedded = {
  pacticipant: Type.Object({ name: Type.String(), _links: self }),
  version: Type.Object({ number: Type.String(), _links: self }),
  environment: Type.Optional(Environment),
};

export const DeployedVersion = Type.Object(
  {
    uuid: Type.String(),
    currentlyDeployed: Type.Boolean(),
    target: Type.Optional(Type.String({ description: 'The older name of applicationInstance' })),
    applicationInstance: Type.Optional(Type.String()),
    undeployedAt: Type.Optional(Time('When it was replaced or taken away')),
    createdAt: Time('When it was deployed'),
    _embedded: Type.Object(embedded),
    _links: self,
  },
  { $id: 'DeployedVersion', description: 'That a version is or was deployed to an environment' },
);

export const DeployedVersions = Type.Object(
  { _embedded: Type.Object({ deployedVersions: Type.Array(DeployedVersion) }), _links: self },
  { $id: 'DeployedVersions' },
);

export const ReleasedVersion = Type.Object(
  {
    uuid: Type.String(),
    currentlySupported: Type.Boolean(),
    createdAt: Time('When it was released'),
    supportEndedAt: Type.Optional(Time('Since when it is not supported any more')),
    _embedded: Type.Object(embedded),
    _links: self,
  },
  { $id: 'ReleasedVersion', description: 'That a version is or was released and supported in an environment' },
);

export const ReleasedVersions = Type.Object(
  { _embedded: Type.Object({ releasedVersions: Type.Array(ReleasedVersion) }), _links: self },
  { $id: 'ReleasedVersions' },
);
