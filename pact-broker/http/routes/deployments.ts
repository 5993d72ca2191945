import { Type } from 'typebox';
import { endsDeployment, readApplicationInstance } from '../../domain/deployments/deployment-fields.ts';
import { endDeployment, readDeployedVersion, recordDeployment } from '../../services/deployments/record-deployment.ts';
import { readCurrentlyDeployed, readDeploymentsOfVersion } from '../../services/environments/read-environment-contents.ts';
import { changedAnswers, createdAnswers, readAnswers, unknown } from '../answers.ts';
import { representDeployedVersion, representDeployedVersions } from '../representations/deployments.ts';
import { environmentTitle } from '../representations/environments.ts';
import { DeployedVersion, DeployedVersions, DeploymentBody, EndOfDeployment } from '../schemas/deployments.ts';
import type { Routes } from './routes.ts';

const tags = ['Deployments'];
const read = { permission: 'read' } as const;
const write = { permission: 'write' } as const;
const DEPLOYED = '/pacticipants/:pacticipant/versions/:number/deployed-versions/environment/:environment';
const DeployedParams = Type.Object({ pacticipant: Type.String(), number: Type.String(), environment: Type.String() });
const UuidParams = Type.Object({ uuid: Type.String() });
const CurrentQuery = Type.Object({
  pacticipant: Type.Optional(Type.String()),
  version: Type.Optional(Type.String()),
  applicationInstance: Type.Optional(Type.String({ description: 'Empty for the instance without a name' })),
  target: Type.Optional(Type.String({ description: 'The older name of applicationInstance' })),
});

export const deploymentRoutes: Routes = (app) => {
  app.post(
    DEPLOYED,
    {
      schema: {
        operationId: 'recordDeployment',
        summary: 'Record that a version is deployed, in place of what was',
        tags,
        params: DeployedParams,
        body: DeploymentBody,
        response: { ...createdAnswers('The deployed version', DeployedVersion), ...unknown },
      },
      config: write,
    },
    async ({ tenant, params, body, urls }, reply) => {
      const deployed = await recordDeployment(tenant, params, readApplicationInstance(body));
      reply.code(201).header('location', urls.deployedVersion(deployed.deployedVersion.uuid));
      return representDeployedVersion(deployed, urls);
    },
  );

  app.get(
    DEPLOYED,
    {
      schema: {
        operationId: 'listDeploymentsOfVersion',
        summary: 'When a version was deployed to an environment, newest first',
        tags,
        params: DeployedParams,
        response: readAnswers('The deployed versions', DeployedVersions),
      },
      config: read,
    },
    async ({ tenant, params, urls, url }) => {
      const { environment, deployedVersions } = await readDeploymentsOfVersion(tenant.db, params);
      const title = `Deployments of ${params.pacticipant} version ${params.number} to ${environmentTitle(environment)}`;
      return representDeployedVersions(deployedVersions, { self: urls.asked(url), title }, urls);
    },
  );

  app.get(
    '/environments/:environment/deployed-versions/currently-deployed',
    {
      schema: {
        operationId: 'listCurrentlyDeployedVersions',
        summary: 'What is deployed to an environment now, newest first',
        tags,
        params: Type.Object({ environment: Type.String() }),
        querystring: CurrentQuery,
        response: readAnswers('The deployed versions', DeployedVersions),
      },
      config: read,
    },
    async ({ tenant, params, query: { pacticipant, version, applicationInstance, target }, urls, url }) => {
      const filter = { pacticipant, version, applicationInstance: applicationInstance ?? target };
      const { environment, deployedVersions } = await readCurrentlyDeployed(tenant.db, params.environment, filter);
      const title = `Deployed to ${environmentTitle(environment)} now`;
      return representDeployedVersions(deployedVersions, { self: urls.asked(url), title }, urls);
    },
  );

  app.get(
    '/deployed-versions/:uuid',
    {
      schema: {
        operationId: 'getDeployedVersion',
        summary: 'A deployed version',
        tags,
        params: UuidParams,
        response: readAnswers('The deployed version', DeployedVersion),
      },
      config: read,
    },
    async ({ tenant, params, urls }) => representDeployedVersion(await readDeployedVersion(tenant.db, params.uuid), urls),
  );

  app.patch(
    '/deployed-versions/:uuid',
    {
      schema: {
        operationId: 'endDeployment',
        summary: 'Record that a version is deployed no longer',
        tags,
        params: UuidParams,
        body: EndOfDeployment,
        response: changedAnswers('The deployed version', DeployedVersion),
      },
      config: write,
    },
    async ({ tenant, params, body, urls }) =>
      representDeployedVersion(await endDeployment(tenant, params.uuid, endsDeployment(body)), urls),
  );
};
