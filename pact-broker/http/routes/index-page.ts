import { findIntegrationOverview } from '../../storage/integration-overview.ts';
import { negotiate } from '../accept.ts';
import { answers } from '../answers.ts';
import { HAL_JSON, HTML } from '../media-types.ts';
import { FRONT_PAGE_ROWS, representFrontPage } from '../representations/front-page.ts';
import { representHeartbeat, representIndex } from '../representations/index-page.ts';
import { Heartbeat, Index } from '../schemas/overview.ts';
import type { Routes } from './routes.ts';

/** A browser wants HTML most; a Pact client never names it. */
const produces = [HAL_JSON, HTML];

export const indexRoutes: Routes = (app) => {
  app.get(
    '/',
    {
      schema: {
        operationId: 'getIndex',
        summary: 'The links that every client starts from; for a browser, a page with the integrations',
        tags: ['Index'],
        response: answers({ 200: 'The links, or the page' }, Index),
      },
      config: { permission: 'read', produces },
    },
    async ({ tenant, headers, urls }, reply) => {
      if (negotiate(headers.accept, produces) !== HTML) return representIndex(urls);
      return reply.type(HTML).send(representFrontPage(await findIntegrationOverview(tenant.db, FRONT_PAGE_ROWS), urls, tenant.now()));
    },
  );

  app.get(
    '/diagnostic/status/heartbeat',
    {
      schema: {
        operationId: 'getHeartbeat',
        summary: 'Whether the process answers',
        tags: ['Diagnostic'],
        response: answers({ 200: 'It answers' }, Heartbeat),
      },
      config: { permission: 'none' },
    },
    async ({ urls }) => representHeartbeat(urls),
  );
};
