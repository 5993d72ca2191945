import { randomBytes } from 'node:crypto';
import { readAllowedHosts } from '../outbound/webhook-policy.ts';
import { defaultWebhookSettings, type WebhookSettings } from '../webhooks.ts';

/** Tests receive webhooks on this machine, over plain HTTP, and do not wait for minutes. */
export const testWebhookSettings = (): WebhookSettings => ({
  ...defaultWebhookSettings,
  schemes: ['http', 'https'],
  hosts: readAllowedHosts('127.0.0.1'),
  timeout: 2,
  schedule: [0, 0],
  secretKeys: [randomBytes(32)],
});
