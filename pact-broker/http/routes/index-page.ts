import { answers } from '../answers.ts';
import { representHeartbeat, representIndex } from '../representations/index-page.ts';
import type { Routes } from './routes.ts';

export const indexRoutes: Routes = (app) => {
  app.get(
    '/',
    {
      schema: {
        operationId: 'getIndex',
        summary: 'The links that every client starts from',
        tags: ['Index'],
        response: answers({ 200: 'The links' }),
      },
      config: { permission: 'read' },
    },
    async ({ urls }) => representIndex(urls),
  );

  app.get(
    '/diagnostic/status/heartbeat',
    {
      schema: {
        operationId: 'getHeartbeat',
        summary: 'Whether the process answers',
        tags: ['Diagnostic'],
        response: answers({ 200: 'It answers' }),
      },
      config: { permission: 'none' },
    },
    async ({ urls }) => representHeartbeat(urls),
  );
};
