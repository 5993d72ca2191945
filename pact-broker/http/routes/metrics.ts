import { isDatabaseThere, readMetrics } from '../../services/metrics/read-metrics.ts';
import { answers } from '../answers.ts';
import { representMetrics } from '../representations/metrics.ts';
import { Dependencies, Metrics } from '../schemas/overview.ts';
import type { Routes } from './routes.ts';

const tags = ['Diagnostic'];

export const metricsRoutes: Routes = (app) => {
  app.get(
    '/metrics',
    {
      schema: {
        operationId: 'getMetrics',
        summary: 'How much there is of everything',
        tags,
        response: answers({ 200: 'Counts' }, Metrics),
      },
      config: { permission: 'read' },
    },
    async ({ tenant }) => representMetrics(await readMetrics(tenant.db)),
  );

  app.get(
    '/diagnostic/status/dependencies',
    {
      schema: {
        operationId: 'getDependenciesStatus',
        summary: 'Whether what the process needs answers',
        tags,
        response: answers({ 200: 'Everything answers', 500: 'Something does not' }, Dependencies),
      },
      config: { permission: 'none' },
    },
    async ({ tenant, urls }, reply) => {
      const ok = await isDatabaseThere(tenant.db);
      reply.code(ok ? 200 : 500);
      return { database: { ok }, _links: { self: { href: urls.dependencies() } } };
    },
  );

  app.get(
    '/test/error',
    {
      schema: {
        operationId: 'failOnPurpose',
        summary: 'Fails, so that what watches this server can be tried out',
        tags,
        response: answers({ 500: 'As asked for' }),
      },
      config: { permission: 'read' },
    },
    async () => {
      throw new Error('This error was asked for at /test/error, to try out what watches this server.');
    },
  );
};
