import { attemptsRemaining } from '../../domain/webhooks/retry-schedule.ts';
import type { DeliveryList, WebhooksStatus } from '../../services/webhooks/read-deliveries.ts';
import type { DeliveryDetails } from '../../storage/webhook-delivery-lists.ts';
import { type Page, representPage } from '../paging.ts';
import type { Urls } from '../urls.ts';
import { deliveryLogUrl, deliveryUrl, webhookUrl } from '../webhook-urls.ts';
import { pactTitle } from './pacts.ts';
import { present } from './present.ts';
import { wireTime } from './time.ts';

/** What links and counts are made with: the schedule says how many attempts are left. */
export interface DeliveryContext {
  urls: Urls;
  schedule: number[];
}

export function representDelivery(delivery: DeliveryDetails, { urls, schedule }: DeliveryContext) {
  const { uuid, name, status, attempts_made, next_attempt_at } = delivery;
  const logs = deliveryLogUrl(urls, uuid);
  return {
    uuid,
    name,
    status,
    attemptsMade: attempts_made,
    attemptsRemaining: attemptsRemaining(status, attempts_made, schedule),
    triggerType: delivery.trigger_type,
    eventName: delivery.event,
    triggeredAt: wireTime(delivery.created_at),
    ...present({ nextAttemptAt: next_attempt_at && wireTime(next_attempt_at) }),
    _links: {
      self: { title: 'Triggered webhook', name, href: deliveryUrl(urls, uuid) },
      'pb:logs': { title: 'What was sent and answered', name, href: logs },
      logs: { title: 'Old name; use pb:logs', name, href: logs },
      ...(delivery.webhook_uuid === null
        ? {}
        : { 'pb:webhook': { title: 'Webhook', name, href: webhookUrl(urls, delivery.webhook_uuid) } }),
      'pb:redeliver': { title: 'POST here to send it again', href: `${deliveryUrl(urls, uuid)}/redeliver` },
    },
  };
}

export const representDeliveries = (deliveries: DeliveryDetails[], self: { title: string; href: string }, context: DeliveryContext) => ({
  _embedded: { triggeredWebhooks: deliveries.map((delivery) => representDelivery(delivery, context)) },
  _links: { self },
});

interface PageOfDeliveries {
  page: Page;
  url: string;
  title: string;
  query: Record<string, string>;
}

export function representDeliveryPage(
  { deliveries, total }: DeliveryList,
  { page, url, title, query }: PageOfDeliveries,
  context: DeliveryContext,
) {
  const paging = representPage(page, total, url, query);
  const list = representDeliveries(deliveries, { title, href: url }, context);
  return { ...list, page: paging.page, _links: { ...list._links, ...paging.links } };
}

export function representWebhooksStatus({ pact, deliveries }: WebhooksStatus, self: string, context: DeliveryContext) {
  const { urls } = context;
  const { consumer, provider, consumer_version: number } = pact;
  const title = pactTitle(consumer, number, provider);
  const count = (status: DeliveryDetails['status']) => deliveries.filter((delivery) => delivery.status === status).length;
  const failed = deliveries.filter(({ status }) => status === 'failure' || status === 'retrying');
  return {
    summary: { successful: count('success'), failed: count('failure'), retrying: count('retrying'), notRun: count('not_run') },
    _embedded: { triggeredWebhooks: deliveries.map((delivery) => representDelivery(delivery, context)) },
    _links: {
      self: { title: 'Status of the webhooks', href: self },
      'pb:error-logs': failed.map(({ name, uuid }) => ({ title: 'What went wrong', name, href: deliveryLogUrl(urls, uuid) })),
      'pb:pact-webhooks': {
        title: `Webhooks for the pact between ${consumer} and ${provider}`,
        href: `${urls.pacts(consumer, provider)}/webhooks`,
      },
      'pb:pact-version': { title: 'Pact', name: title, href: urls.pact(consumer, number, provider) },
      'pb:consumer': { title: 'Consumer', name: consumer, href: urls.pacticipant(consumer) },
      'pb:provider': { title: 'Provider', name: provider, href: urls.pacticipant(provider) },
    },
  };
}
