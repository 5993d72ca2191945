import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import {
  readDeliveries,
  readDeliveriesOfPact,
  readDeliveriesOfVerification,
  readDelivery,
  readDeliveryLog,
  readWebhooksStatus,
} from '../../services/webhooks/read-deliveries.ts';
import { redeliver } from '../../services/webhooks/redeliver.ts';
import { answers, createdAnswers, readAnswers, unknown } from '../answers.ts';
import { TEXT } from '../media-types.ts';
import { firstPage, PageQuery, pageAskedFor } from '../paging.ts';
import {
  representDeliveries,
  representDelivery,
  representDeliveryPage,
  representWebhooksStatus,
} from '../representations/triggered-webhooks.ts';
import { Unread } from '../schemas/names.ts';
import { TriggeredWebhook, TriggeredWebhooks, WebhooksStatus } from '../schemas/webhooks.ts';
import { deliveryList, deliveryUrl, webhookUrl } from '../webhook-urls.ts';
import type { Routes } from './routes.ts';

const tags = ['Webhooks'];
const read = { permission: 'read' } as const;
const write = { permission: 'write' } as const;
const PACT = '/pacts/provider/:provider/consumer/:consumer';
const Integration = { consumer: Type.String(), provider: Type.String() };
const DeliveryParams = Type.Object({ uuid: Type.String() });
const VersionParams = Type.Object({ ...Integration, number: Type.String() });
const ResultParams = Type.Object({
  ...Integration,
  sha: Type.String(),
  metadata: Type.Optional(Type.String()),
  result: Type.Integer({ minimum: 1, maximum: 2 ** 52 }),
});
const StatusQuery = Type.Object({
  ...PageQuery.properties,
  status: Type.Optional(Type.Enum(['not_run', 'retrying', 'success', 'failure'])),
});

const contextOf = ({ urls, tenant }: FastifyRequest) => ({ urls, schedule: tenant.webhooks.schedule });

export const triggeredWebhookRoutes: Routes = (app) => {
  app.get(
    '/triggered-webhooks',
    {
      schema: {
        operationId: 'listTriggeredWebhooks',
        summary: 'What was triggered, the newest first; status=failure lists what was given up',
        tags,
        querystring: StatusQuery,
        response: answers({ 200: 'The triggered webhooks' }, TriggeredWebhooks),
      },
      config: read,
    },
    async (request) => {
      const { status, ...asked } = request.query;
      const page = pageAskedFor(asked) ?? firstPage;
      const view = {
        page,
        url: deliveryList(request.urls),
        title: 'Triggered webhooks',
        query: { ...(status === undefined ? {} : { status }) },
      };
      return representDeliveryPage(await readDeliveries(request.tenant.db, { status }, page), view, contextOf(request));
    },
  );

  app.get(
    '/webhooks/:uuid/triggered-webhooks',
    {
      schema: {
        operationId: 'listTriggeredWebhooksOfWebhook',
        summary: 'What a webhook was triggered for, the newest first',
        tags,
        params: DeliveryParams,
        querystring: StatusQuery,
        response: readAnswers('The triggered webhooks', TriggeredWebhooks),
      },
      config: read,
    },
    async (request) => {
      const { status, ...asked } = request.query;
      const page = pageAskedFor(asked) ?? firstPage;
      const url = `${webhookUrl(request.urls, request.params.uuid)}/triggered-webhooks`;
      const view = { page, url, title: 'Triggered webhooks', query: { ...(status === undefined ? {} : { status }) } };
      const filter = { status, webhookUuid: request.params.uuid };
      return representDeliveryPage(await readDeliveries(request.tenant.db, filter, page), view, contextOf(request));
    },
  );

  app.get(
    '/triggered-webhooks/:uuid',
    {
      schema: {
        operationId: 'getTriggeredWebhook',
        summary: 'How a triggered webhook stands',
        tags,
        params: DeliveryParams,
        response: readAnswers('The triggered webhook', TriggeredWebhook),
      },
      config: read,
    },
    async (request) => representDelivery(await readDelivery(request.tenant.db, request.params.uuid), contextOf(request)),
  );

  app.get(
    '/triggered-webhooks/:uuid/logs',
    {
      schema: {
        operationId: 'getTriggeredWebhookLogs',
        summary: 'What a triggered webhook sent and was answered, as text, without secrets',
        tags,
        params: DeliveryParams,
        response: readAnswers('The log'),
      },
      config: { ...read, produces: [TEXT] },
    },
    async ({ tenant, params }, reply) => {
      reply.type(TEXT);
      return readDeliveryLog(tenant.db, params.uuid);
    },
  );

  app.post(
    '/triggered-webhooks/:uuid/redeliver',
    {
      schema: {
        operationId: 'redeliverTriggeredWebhook',
        summary: 'Send what a webhook was triggered for again, whatever became of it before',
        tags,
        params: DeliveryParams,
        body: Unread,
        response: {
          ...createdAnswers('The new triggered webhook', TriggeredWebhook),
          ...unknown,
          ...answers({ 409: 'Its webhook is gone or disabled.' }),
        },
      },
      config: write,
    },
    async (request, reply) => {
      const delivery = await redeliver(request.tenant, request.params.uuid);
      reply.code(201).header('location', deliveryUrl(request.urls, delivery.uuid));
      return representDelivery(delivery, contextOf(request));
    },
  );

  app.get(
    `${PACT}/webhooks/status`,
    {
      schema: {
        operationId: 'getWebhooksStatusOfPact',
        summary: 'How the webhooks of the latest pact fared',
        tags,
        params: Type.Object(Integration),
        response: readAnswers('Counts, and the triggered webhooks', WebhooksStatus),
      },
      config: read,
    },
    async (request) =>
      representWebhooksStatus(
        await readWebhooksStatus(request.tenant.db, request.params),
        request.urls.webhookStatus(request.params.consumer, request.params.provider),
        contextOf(request),
      ),
  );

  app.get(
    `${PACT}/version/:number/triggered-webhooks`,
    {
      schema: {
        operationId: 'listTriggeredWebhooksOfPact',
        summary: 'What the publication of a pact triggered',
        tags,
        params: VersionParams,
        response: readAnswers('The triggered webhooks', TriggeredWebhooks),
      },
      config: read,
    },
    async (request) => {
      const { consumer, provider, number } = request.params;
      const title = `What the pact between ${consumer} (${number}) and ${provider} triggered`;
      const self = { title, href: request.urls.asked(request.url) };
      return representDeliveries(await readDeliveriesOfPact(request.tenant.db, request.params), self, contextOf(request));
    },
  );

  for (const { metadata, suffix } of [
    { metadata: '', suffix: '' },
    { metadata: '/metadata/:metadata', suffix: 'WithMetadata' },
  ]) {
    app.get<{ Params: Static<typeof ResultParams> }>(
      `${PACT}/pact-version/:sha${metadata}/verification-results/:result/triggered-webhooks`,
      {
        schema: {
          operationId: `listTriggeredWebhooksOfVerification${suffix}`,
          summary: 'What a verification result triggered',
          tags,
          params: ResultParams,
          response: readAnswers('The triggered webhooks', TriggeredWebhooks),
        },
        config: read,
      },
      async (request) => {
        const title = `What verification result ${request.params.result} triggered`;
        const self = { title, href: request.urls.asked(request.url) };
        return representDeliveries(await readDeliveriesOfVerification(request.tenant.db, request.params), self, contextOf(request));
      },
    );
  }
};
