import { Type } from 'typebox';
import { readDashboard } from '../../services/integrations/read-dashboard.ts';
import { answers, readAnswers } from '../answers.ts';
import { PageQuery, pageAskedFor } from '../paging.ts';
import { representDashboard } from '../representations/dashboard.ts';
import { Dashboard } from '../schemas/overview.ts';
import type { Routes } from './routes.ts';

const tags = ['Integrations'];
const config = { permission: 'read' } as const;

export const dashboardRoutes: Routes = (app) => {
  app.get(
    '/dashboard',
    {
      schema: {
        operationId: 'getDashboard',
        summary: 'The latest pact of every integration and the latest with each tag, with the last result of each',
        tags,
        querystring: PageQuery,
        response: answers({ 200: 'The pacts, by consumer and provider' }, Dashboard),
      },
      config,
    },
    async ({ tenant, query, urls, url }) =>
      representDashboard(await readDashboard(tenant.db, undefined, pageAskedFor(query)), urls.asked(url), urls),
  );

  app.get(
    '/dashboard/provider/:provider/consumer/:consumer',
    {
      schema: {
        operationId: 'getDashboardOfIntegration',
        summary: 'The latest pact of an integration and the latest with each tag, with the last result of each',
        tags,
        params: Type.Object({ consumer: Type.String(), provider: Type.String() }),
        querystring: PageQuery,
        response: readAnswers('The pacts, newest first', Dashboard),
      },
      config,
    },
    async ({ tenant, params, query, urls, url }) =>
      representDashboard(await readDashboard(tenant.db, params, pageAskedFor(query)), urls.asked(url), urls),
  );
};
