import { Type } from 'typebox';
import { readEnvironment } from '../../domain/environments/environment-fields.ts';
import { readVersionsInEnvironment } from '../../services/environments/read-environment-contents.ts';
import { readEnvironments } from '../../services/environments/read-environments.ts';
import { requireEnvironment } from '../../services/environments/require-environment.ts';
import { createEnvironment, deleteEnvironment, updateEnvironment } from '../../services/environments/save-environment.ts';
import { answers, changedAnswers, createdAnswers, deletedAnswers, readAnswers } from '../answers.ts';
import { environmentTitle, representEnvironment, representEnvironments } from '../representations/environments.ts';
import { representVersions } from '../representations/versions.ts';
import { Environment, EnvironmentBody, Environments } from '../schemas/environments.ts';
import { Versions } from '../schemas/versions.ts';
import { sendNothing } from '../send-nothing.ts';
import type { Routes } from './routes.ts';

const tags = ['Environments'];
const read = { permission: 'read' } as const;
const write = { permission: 'write' } as const;
const EnvironmentParams = Type.Object({ environment: Type.String({ description: 'The uuid of the environment' }) });

export const environmentRoutes: Routes = (app) => {
  app.get(
    '/environments',
    {
      schema: {
        operationId: 'listEnvironments',
        summary: 'Environments, or the one of a name',
        tags,
        querystring: Type.Object({ name: Type.Optional(Type.String()) }),
        response: answers({ 200: 'The environments' }, Environments),
      },
      config: read,
    },
    async ({ tenant, query, urls }) => representEnvironments(await readEnvironments(tenant.db, query.name), urls),
  );

  app.post(
    '/environments',
    {
      schema: {
        operationId: 'createEnvironment',
        summary: 'Create an environment',
        tags,
        body: EnvironmentBody,
        response: createdAnswers('The environment', Environment),
      },
      config: write,
    },
    async ({ tenant, body, urls }, reply) => {
      const environment = await createEnvironment(tenant, readEnvironment(body));
      reply.code(201).header('location', urls.environment(environment.uuid));
      return representEnvironment(environment, urls);
    },
  );

  app.get(
    '/environments/:environment',
    {
      schema: {
        operationId: 'getEnvironment',
        summary: 'An environment',
        tags,
        params: EnvironmentParams,
        response: readAnswers('The environment', Environment),
      },
      config: read,
    },
    async ({ tenant, params, urls }) => representEnvironment(await requireEnvironment(tenant.db, params.environment), urls),
  );

  app.put(
    '/environments/:environment',
    {
      schema: {
        operationId: 'replaceEnvironment',
        summary: 'Replace what is said about an environment',
        tags,
        params: EnvironmentParams,
        body: EnvironmentBody,
        response: changedAnswers('The environment', Environment),
      },
      config: write,
    },
    async ({ tenant, params, body, urls }) =>
      representEnvironment(await updateEnvironment(tenant, params.environment, readEnvironment(body)), urls),
  );

  app.delete(
    '/environments/:environment',
    {
      schema: {
        operationId: 'deleteEnvironment',
        summary: 'Delete an environment with the record of what was there',
        tags,
        params: EnvironmentParams,
        response: deletedAnswers,
      },
      config: write,
    },
    async ({ tenant, params }, reply) => {
      await deleteEnvironment(tenant, params.environment);
      return sendNothing(reply);
    },
  );

  app.get(
    '/pacticipants/:pacticipant/environments/:environment/versions',
    {
      schema: {
        operationId: 'listVersionsInEnvironment',
        summary: 'Versions of a pacticipant that are deployed or supported in an environment now',
        tags,
        params: Type.Object({ pacticipant: Type.String(), ...EnvironmentParams.properties }),
        response: readAnswers('The versions', Versions),
      },
      config: read,
    },
    async ({ tenant, params, urls, url }) => {
      const { environment, ...list } = await readVersionsInEnvironment(tenant.db, params);
      const title = `Versions of ${params.pacticipant} in ${environmentTitle(environment)}`;
      const self = urls.asked(url);
      return representVersions(list, { pacticipant: params.pacticipant, title, self, url: self, page: undefined }, urls);
    },
  );
};
