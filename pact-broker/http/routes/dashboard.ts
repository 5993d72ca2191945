import { Type } from 'typebox';
import { readDashboard } from '../../services/integrations/read-dashboard.ts';
import { answers, readAnswers } from '../answers.ts';
import { PageQuery, pageAskedFor } from '../paging.ts';
import { representDashboard } from '../representations/dashboard.ts';
import { Dashboard } from '../schemas/overview.ts';
import type { Routes } from './routes.ts';

const tags = ['Integrations'];
const config = { permission: 'read' } as const;
// As the reference has it.
const PAGE_SIZE = 30;
const FIRST_PAGE = { number: 1, size: PAGE_SIZE };

export const dashboardRoutes: Routes = (app) => {
  app.get(
    '/dashboard',
    {
      schema: {
        operationId: 'getDashboard',
        summary: 'The latest pacts of every integration, with each tag and in each environment, with the last result of each',
        tags,
        querystring: PageQuery,
        response: answers({ 200: 'The pacts, by consumer and provider' }, Dashboard),
      },
      config,
    },
    async ({ tenant, query, urls, url }) => {
      const page = pageAskedFor(query, PAGE_SIZE) ?? FIRST_PAGE;
      const view = { page, self: urls.asked(url), url: urls.dashboard() };
      return representDashboard(await readDashboard(tenant.db, undefined, page), view, urls);
    },
  );

  app.get(
    '/dashboard/provider/:provider/consumer/:consumer',
    {
      schema: {
        operationId: 'getDashboardOfIntegration',
        summary: 'The latest pacts of an integration, with each tag and in each environment, with the last result of each',
        tags,
        params: Type.Object({ consumer: Type.String(), provider: Type.String() }),
        querystring: PageQuery,
        response: readAnswers('The pacts, newest first', Dashboard),
      },
      config,
    },
    async ({ tenant, params, query, urls, url }) => {
      const page = pageAskedFor(query, PAGE_SIZE) ?? FIRST_PAGE;
      const view = { page, self: urls.asked(url), url: urls.integrationDashboard(params.consumer, params.provider) };
      return representDashboard(await readDashboard(tenant.db, params, page), view, urls);
    },
  );
};
