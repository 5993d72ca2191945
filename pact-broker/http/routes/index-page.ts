import { Type } from 'typebox';
import { readOverview } from '../../services/integrations/read-overview.ts';
import { negotiate } from '../accept.ts';
import { answers } from '../answers.ts';
import { HAL_JSON, HTML, JAVASCRIPT } from '../media-types.ts';
import { FRONT_PAGE_SCRIPT, representFrontPage } from '../representations/front-page.ts';
import { representHeartbeat, representIndex } from '../representations/index-page.ts';
import { Heartbeat, Index } from '../schemas/overview.ts';
import { sendPage } from '../send-page.ts';
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
        querystring: Type.Object({ q: Type.Optional(Type.String({ description: 'On the page: part of a name to find' })) }),
        response: answers({ 200: 'The links, or the page' }, Index),
      },
      config: { permission: 'read', produces },
    },
    async ({ tenant, headers, query, urls }, reply) => {
      if (negotiate(headers.accept, produces) !== HTML) return representIndex(urls);
      const view = { urls, now: tenant.now(), q: query.q?.trim() ?? '' };
      return sendPage(reply, representFrontPage(await readOverview(tenant.db), view));
    },
  );

  app.get(
    '/front-page.js',
    {
      schema: {
        operationId: 'getFrontPageScript',
        summary: "The page's script",
        tags: ['Index'],
        response: answers({ 200: 'JavaScript' }),
      },
      config: { permission: 'none', produces: [JAVASCRIPT] },
    },
    async (_request, reply) => reply.type(JAVASCRIPT).send(FRONT_PAGE_SCRIPT),
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
