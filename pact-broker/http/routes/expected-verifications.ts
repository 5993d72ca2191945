import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { readExpectedVerification, readExpectedVerifications } from '../../services/webhooks/read-expected-verifications.ts';
import { dispatchAgain } from '../../services/webhooks/redeliver.ts';
import { answers, readAnswers } from '../answers.ts';
import { firstPage, PageQuery, pageAskedFor } from '../paging.ts';
import { representExpectedVerification, representExpectedVerifications } from '../representations/expected-verifications.ts';
import { representDeliveries } from '../representations/triggered-webhooks.ts';
import { Unread } from '../schemas/names.ts';
import { ExpectedVerification, ExpectedVerifications, TriggeredWebhooks } from '../schemas/webhooks.ts';
import { expectedVerificationUrl } from '../webhook-urls.ts';
import type { Routes } from './routes.ts';

const tags = ['Expected verifications'];
const read = { permission: 'read' } as const;
const ExpectedParams = Type.Object({ uuid: Type.String() });
const ExpectedQuery = Type.Object({
  ...PageQuery.properties,
  consumer: Type.Optional(Type.String()),
  provider: Type.Optional(Type.String()),
});

const contextOf = ({ urls, tenant }: FastifyRequest) => ({ urls, schedule: tenant.webhooks.schedule });

export const expectedVerificationRoutes: Routes = (app) => {
  app.get(
    '/expected-verifications',
    {
      schema: {
        operationId: 'listExpectedVerifications',
        summary: 'Results that were asked for by webhook and have not come, the one waited for the longest first',
        tags,
        querystring: ExpectedQuery,
        response: answers({ 200: 'The expected verifications' }, ExpectedVerifications),
      },
      config: read,
    },
    async (request) => {
      const { consumer, provider, ...asked } = request.query;
      const page = pageAskedFor(asked) ?? firstPage;
      const query = { ...(consumer === undefined ? {} : { consumer }), ...(provider === undefined ? {} : { provider }) };
      const found = await readExpectedVerifications(request.tenant.db, { consumer, provider }, page);
      return representExpectedVerifications(found, { page, query }, contextOf(request));
    },
  );

  app.get(
    '/expected-verifications/:uuid',
    {
      schema: {
        operationId: 'getExpectedVerification',
        summary: 'A result that was asked for and has not come',
        tags,
        params: ExpectedParams,
        response: readAnswers('The expected verification', ExpectedVerification),
      },
      config: read,
    },
    async (request) =>
      representExpectedVerification(await readExpectedVerification(request.tenant.db, request.params.uuid), contextOf(request)),
  );

  app.post(
    '/expected-verifications/:uuid/dispatch',
    {
      schema: {
        operationId: 'dispatchExpectedVerification',
        summary: 'Ask for the result again, by every webhook that asked before',
        tags,
        params: ExpectedParams,
        body: Unread,
        response: answers(
          { 201: 'The new triggered webhooks', 404: 'It is not expected, or not any more.', 409: 'Each webhook is gone or disabled.' },
          TriggeredWebhooks,
        ),
      },
      config: { permission: 'write' },
    },
    async (request, reply) => {
      const deliveries = await dispatchAgain(request.tenant, request.params.uuid);
      reply.code(201);
      const self = { title: 'Dispatched again', href: expectedVerificationUrl(request.urls, request.params.uuid) };
      return representDeliveries(deliveries, self, contextOf(request));
    },
  );
};
