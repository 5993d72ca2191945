import type { Relations } from './relation.ts';

const UUID = '6d5b1d0c-6a5c-4f0e-8e0c-0f5f9a1b2c3d';
const BETWEEN = '/provider/Order%20API/consumer/Order%20Web';
const WEBHOOK = {
  events: [{ name: 'contract_requiring_verification_published' }],
  request: { method: 'POST', url: 'https://ci.example.org/verify', body: { pact: `\${pactbroker.pactUrl}` } },
};

export const webhookRelations: Relations = {
  webhooks: { methods: 'GET, POST', example: '/webhooks', says: 'Requests that this broker sends when something happens.', body: WEBHOOK },
  webhook: {
    methods: 'GET, PUT, PATCH, DELETE',
    example: `/webhooks/${UUID}`,
    says: 'One webhook. What is secret in it comes masked.',
    body: WEBHOOK,
  },
  create: { methods: 'POST', example: `/webhooks${BETWEEN}`, says: 'Creates a webhook, for this consumer and provider.', body: WEBHOOK },
  execute: { methods: 'POST', example: `/webhooks/${UUID}/execute`, says: 'Sends the request of a webhook now, to try it out.', body: {} },
  'pact-webhooks': { methods: 'GET, POST', example: `/webhooks${BETWEEN}`, says: 'The webhooks of a consumer and a provider.' },
  'consumer-webhooks': {
    methods: 'GET, POST',
    example: '/webhooks/consumer/Order%20Web',
    says: 'The webhooks of a consumer, with whichever provider.',
  },
  'webhook-status': {
    methods: 'GET',
    example: `/pacts${BETWEEN}/webhooks/status`,
    says: 'What became of the webhooks that the newest pact of an integration triggered.',
  },
  'triggered-webhooks': {
    methods: 'GET',
    example: `/pacts${BETWEEN}/version/1.0.0/triggered-webhooks`,
    says: 'The webhooks that a publication or a result triggered, each with what became of it.',
  },
  logs: {
    methods: 'GET',
    example: `/triggered-webhooks/${UUID}/logs`,
    says: 'What was sent and what was answered, with secrets left out.',
  },
  'error-logs': { methods: 'GET', example: `/triggered-webhooks/${UUID}/logs`, says: 'The log of a webhook that failed.' },
  redeliver: {
    methods: 'POST',
    example: `/triggered-webhooks/${UUID}/redeliver`,
    says: 'Sends what a webhook was triggered for again, whatever became of it before.',
    body: {},
  },
  dispatch: {
    methods: 'POST',
    example: `/expected-verifications/${UUID}/dispatch`,
    says: 'Asks again for a verification that is expected and has not come.',
    body: {},
  },
  consumers: { methods: 'GET', example: '/pacticipants/label/checkout', says: 'The consumers that a webhook is for, by their label.' },
  providers: { methods: 'GET', example: '/pacticipants/label/checkout', says: 'The providers that a webhook is for, by their label.' },
};
