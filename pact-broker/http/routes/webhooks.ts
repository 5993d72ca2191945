import { type Static, Type } from 'typebox';
import { checkChosenUuid, readWebhook } from '../../domain/webhooks/webhook-fields.ts';
import { executeUnsavedWebhook, executeWebhook } from '../../services/webhooks/execute-webhook.ts';
import { readWebhook as findOne, readWebhooks, readWebhooksOf } from '../../services/webhooks/read-webhooks.ts';
import { changeWebhook, createWebhook, deleteWebhook, saveWebhook } from '../../services/webhooks/save-webhook.ts';
import { answers, changedAnswers, createdAnswers, deletedAnswers, readAnswers, savedAnswers, unknown } from '../answers.ts';
import { representExecution } from '../representations/webhook-executions.ts';
import { representWebhook, representWebhooks } from '../representations/webhooks.ts';
import { Unread } from '../schemas/names.ts';
import { Webhook, WebhookBody, WebhookExecution, WebhookPatch, Webhooks } from '../schemas/webhooks.ts';
import { sendNothing } from '../send-nothing.ts';
import { webhookList, webhookUrl } from '../webhook-urls.ts';
import type { Routes } from './routes.ts';

const tags = ['Webhooks'];
const read = { permission: 'read' } as const;
const write = { permission: 'write' } as const;
const WebhookParams = Type.Object({ uuid: Type.String() });
const ScopeParams = Type.Object({ consumer: Type.Optional(Type.String()), provider: Type.Optional(Type.String()) });
const NO_KEY = answers({ 409: 'It has secrets, and this server has no key to encrypt them with.' });

/** Where webhooks for certain pacticipants are listed and created; the last is an older name of the first. */
const scopes = [
  { path: '/webhooks/provider/:provider/consumer/:consumer', suffix: 'OfIntegration', title: 'Webhooks of an integration' },
  { path: '/webhooks/provider/:provider', suffix: 'OfProvider', title: 'Webhooks of a provider' },
  { path: '/webhooks/consumer/:consumer', suffix: 'OfConsumer', title: 'Webhooks of a consumer' },
  { path: '/pacts/provider/:provider/consumer/:consumer/webhooks', suffix: 'OfPact', title: 'Webhooks of a pact' },
];

export const webhookRoutes: Routes = (app) => {
  app.get(
    '/webhooks',
    {
      schema: { operationId: 'listWebhooks', summary: 'All webhooks', tags, response: answers({ 200: 'The webhooks' }, Webhooks) },
      config: read,
    },
    async ({ tenant, urls }) => representWebhooks(await readWebhooks(tenant.db), { self: webhookList(urls), title: 'Webhooks' }, urls),
  );

  app.post(
    '/webhooks',
    {
      schema: {
        operationId: 'createWebhook',
        summary: 'Create a webhook',
        tags,
        body: WebhookBody,
        response: { ...createdAnswers('The webhook', Webhook), ...NO_KEY },
      },
      config: write,
    },
    async ({ tenant, body, urls }, reply) => {
      const webhook = await createWebhook(tenant, readWebhook(body));
      reply.code(201).header('location', webhookUrl(urls, webhook.uuid));
      return representWebhook(webhook, urls);
    },
  );

  for (const { path, suffix, title } of scopes) {
    app.get<{ Params: Static<typeof ScopeParams> }>(
      path,
      {
        schema: {
          operationId: `listWebhooks${suffix}`,
          summary: title,
          tags,
          params: ScopeParams,
          response: readAnswers('The webhooks', Webhooks),
        },
        config: read,
      },
      async ({ tenant, params, urls, url }) =>
        representWebhooks(await readWebhooksOf(tenant.db, params), { self: urls.asked(url), title }, urls),
    );

    app.post<{ Params: Static<typeof ScopeParams> }>(
      path,
      {
        schema: {
          operationId: `createWebhook${suffix}`,
          summary: `Create a webhook: ${title.toLowerCase()}`,
          tags,
          params: ScopeParams,
          body: WebhookBody,
          response: { ...createdAnswers('The webhook', Webhook), ...unknown, ...NO_KEY },
        },
        config: write,
      },
      async ({ tenant, params, body, urls }, reply) => {
        const webhook = await createWebhook(tenant, readWebhook(body), params);
        reply.code(201).header('location', webhookUrl(urls, webhook.uuid));
        return representWebhook(webhook, urls);
      },
    );
  }

  app.get(
    '/webhooks/:uuid',
    {
      schema: {
        operationId: 'getWebhook',
        summary: 'A webhook, without its secrets',
        tags,
        params: WebhookParams,
        response: readAnswers('The webhook', Webhook),
      },
      config: read,
    },
    async ({ tenant, params, urls }) => representWebhook(await findOne(tenant.db, params.uuid), urls),
  );

  app.put(
    '/webhooks/:uuid',
    {
      schema: {
        operationId: 'putWebhook',
        summary: 'Replace a webhook, or create it under a uuid of your own; the mask in place of a secret keeps it',
        tags,
        params: WebhookParams,
        body: WebhookBody,
        response: { ...savedAnswers('The webhook', Webhook), ...NO_KEY },
      },
      config: write,
    },
    async ({ tenant, params, body, urls }, reply) => {
      const { webhook, created } = await saveWebhook(tenant, checkChosenUuid(params.uuid), readWebhook(body));
      if (created) reply.code(201).header('location', webhookUrl(urls, webhook.uuid));
      return representWebhook(webhook, urls);
    },
  );

  app.patch(
    '/webhooks/:uuid',
    {
      schema: {
        operationId: 'changeWebhook',
        summary: 'Change some of a webhook: {"enabled": false} stops it',
        tags,
        params: WebhookParams,
        body: WebhookPatch,
        response: { ...changedAnswers('The webhook', Webhook), ...NO_KEY },
      },
      config: write,
    },
    async ({ tenant, params, body, urls }) => representWebhook(await changeWebhook(tenant, params.uuid, body), urls),
  );

  app.delete(
    '/webhooks/:uuid',
    {
      schema: {
        operationId: 'deleteWebhook',
        summary: 'Delete a webhook; the record of what it did stays',
        tags,
        params: WebhookParams,
        response: deletedAnswers,
      },
      config: write,
    },
    async ({ tenant, params }, reply) => {
      await deleteWebhook(tenant, params.uuid);
      return sendNothing(reply);
    },
  );

  app.post(
    '/webhooks/:uuid/execute',
    {
      schema: {
        operationId: 'executeWebhook',
        summary: 'Try a webhook with the latest pact that it is for',
        tags,
        params: WebhookParams,
        body: Unread,
        response: {
          ...readAnswers('What was sent and answered; success says whether it worked', WebhookExecution),
          ...answers({ 409: 'This server cannot read its secrets.' }),
        },
      },
      config: write,
    },
    async ({ tenant, params, urls }) => representExecution(await executeWebhook(tenant, params.uuid), params.uuid, urls),
  );

  app.post(
    '/webhooks/execute',
    {
      schema: {
        operationId: 'executeUnsavedWebhook',
        summary: 'Try a webhook that is not saved',
        tags,
        body: WebhookBody,
        response: answers({ 200: 'What was sent and answered; success says whether it worked' }, WebhookExecution),
      },
      config: write,
    },
    async ({ tenant, body, urls }) => representExecution(await executeUnsavedWebhook(tenant, readWebhook(body)), undefined, urls),
  );
};
