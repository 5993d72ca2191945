import { Type } from 'typebox';
import { deleteAllIntegrations, deleteIntegration } from '../../services/integrations/delete-integrations.ts';
import { readGroup, readIntegrations, readRelationships } from '../../services/integrations/read-integrations.ts';
import { answers, deletedAnswers, readAnswers } from '../answers.ts';
import { CSV } from '../media-types.ts';
import { PageQuery, pageAskedFor } from '../paging.ts';
import { representIntegrations } from '../representations/integrations.ts';
import { networkAsCsv } from '../representations/network-as-csv.ts';
import { Integrations } from '../schemas/overview.ts';
import { sendNothing } from '../send-nothing.ts';
import type { Routes } from './routes.ts';

const tags = ['Integrations'];

export const integrationRoutes: Routes = (app) => {
  app.get(
    '/integrations',
    {
      schema: {
        operationId: 'listIntegrations',
        summary: 'Every consumer with every provider that it has a pact with',
        tags,
        querystring: Type.Object({
          ...PageQuery.properties,
          q: Type.Optional(Type.String({ description: "Part of the consumer's or the provider's name" })),
        }),
        response: answers({ 200: 'The integrations, by name' }, Integrations),
      },
      config: { permission: 'read' },
    },
    async ({ tenant, query, urls, url }) => {
      const page = pageAskedFor(query);
      const { q } = query;
      const list = await readIntegrations(tenant.db, q, page);
      return representIntegrations(list, { self: urls.asked(url), page, query: q === undefined ? {} : { q } }, urls);
    },
  );

  app.delete(
    '/integrations',
    {
      schema: {
        operationId: 'deleteIntegrations',
        summary: 'Delete every integration, with all pacts, results and webhooks between two; pacticipants and versions stay',
        tags,
        response: answers({ 204: 'Deleted' }),
      },
      config: { permission: 'admin' },
    },
    async ({ tenant }, reply) => {
      await deleteAllIntegrations(tenant);
      return sendNothing(reply);
    },
  );

  app.delete(
    '/integrations/provider/:provider/consumer/:consumer',
    {
      schema: {
        operationId: 'deleteIntegration',
        summary: 'Delete an integration, with its pacts, results and own webhooks; pacticipants and versions stay',
        tags,
        params: Type.Object({ consumer: Type.String(), provider: Type.String() }),
        response: deletedAnswers,
      },
      config: { permission: 'write' },
    },
    async ({ tenant, params }, reply) => {
      await deleteIntegration(tenant, params);
      return sendNothing(reply);
    },
  );

  app.get(
    '/groups/:pacticipant',
    {
      schema: {
        operationId: 'getGroup',
        summary: 'All that hangs together with a pacticipant, as CSV',
        tags,
        params: Type.Object({ pacticipant: Type.String() }),
        response: readAnswers('A line for each pacticipant'),
      },
      config: { permission: 'read', produces: [CSV] },
    },
    async ({ tenant, params }, reply) => reply.type(CSV).send(networkAsCsv(await readGroup(tenant.db, params.pacticipant))),
  );

  app.get(
    '/relationships',
    {
      schema: {
        operationId: 'getRelationships',
        summary: 'Who depends on whom, as CSV',
        tags,
        response: answers({ 200: 'A line for each pacticipant' }),
      },
      config: { permission: 'read', produces: [CSV] },
    },
    async ({ tenant }, reply) => reply.type(CSV).send(networkAsCsv(await readRelationships(tenant.db))),
  );
};
