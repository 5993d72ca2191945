import { describeScope, requestName, type Side, type WebhookRequest } from '../../domain/webhooks/webhook.ts';
import type { SavedWebhook } from '../../services/webhooks/saved-webhook.ts';
import type { Urls } from '../urls.ts';
import { deliveryList, executeUrl, webhookList, webhookUrl } from '../webhook-urls.ts';
import { present } from './present.ts';
import { wireTime } from './time.ts';

export function representWebhook(webhook: SavedWebhook, urls: Urls) {
  const { uuid, description, consumer, provider, enabled, request, events, createdAt, updatedAt } = webhook;
  return {
    uuid,
    ...present({ description, consumer, provider }),
    enabled,
    request: representRequest(request),
    events: events.map((name) => ({ name })),
    ...present({ updatedAt: updatedAt && wireTime(updatedAt) }),
    createdAt: wireTime(createdAt),
    _links: {
      self: { title: nameOf(webhook), href: webhookUrl(urls, uuid) },
      'pb:execute': { title: 'POST here to try it with the latest pact that it is for', href: executeUrl(urls, uuid) },
      ...sideLinks('consumer', consumer, urls),
      ...sideLinks('provider', provider, urls),
      ...pactWebhooksLink(consumer, provider, urls),
      'pb:triggered-webhooks': { title: 'What it was triggered for', href: `${webhookUrl(urls, uuid)}/triggered-webhooks` },
      'pb:webhooks': { title: 'All webhooks', href: webhookList(urls) },
    },
  };
}

const nameOf = ({ description, request }: Pick<SavedWebhook, 'description' | 'request'>) => description ?? requestName(request);

function representRequest({ headers, ...request }: WebhookRequest) {
  return present({ ...request, headers: Object.keys(headers).length > 0 ? headers : undefined });
}

function sideLinks(role: 'consumer' | 'provider', side: Side, urls: Urls) {
  if (side === null) return {};
  const title = role === 'consumer' ? 'Consumer' : 'Provider';
  if ('name' in side) return { [`pb:${role}`]: { title, name: side.name, href: urls.pacticipant(side.name) } };
  const href = `${urls.pacticipants()}/label/${encodeURIComponent(side.label)}`;
  return { [`pb:${role}s`]: { title: `${title}s by label`, name: side.label, href } };
}

function pactWebhooksLink(consumer: Side, provider: Side, urls: Urls) {
  if (!(consumer && provider && 'name' in consumer && 'name' in provider)) return {};
  const title = `All webhooks for ${consumer.name} and ${provider.name}`;
  return { 'pb:pact-webhooks': { title, href: urls.pactWebhooks(consumer.name, provider.name) } };
}

export function representWebhooks(webhooks: SavedWebhook[], { self, title }: { self: string; title: string }, urls: Urls) {
  return {
    _links: {
      self: { title, href: self },
      'pb:create': { title: 'POST here to create a webhook', href: self },
      'pb:webhooks': webhooks.map((webhook) => ({
        title: `A webhook for ${describeScope(webhook)}`,
        name: nameOf(webhook),
        href: webhookUrl(urls, webhook.uuid),
      })),
      'pb:triggered-webhooks': { title: 'Whatever was triggered', href: deliveryList(urls) },
      // Without a context of its own, as clients of the reference know it.
      curies: [{ name: 'pb', href: `${urls.base}/doc/webhooks-{rel}`, templated: true }],
    },
  };
}
