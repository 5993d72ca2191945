import { encodeMetadata } from '../../domain/pacts/selection-metadata.ts';
import type { AwaitedResult, ExpectedVerifications } from '../../services/webhooks/read-expected-verifications.ts';
import { type Page, representPage } from '../paging.ts';
import { expectedVerificationList, expectedVerificationUrl } from '../webhook-urls.ts';
import { wireTime } from './time.ts';
import { type DeliveryContext, representDelivery } from './triggered-webhooks.ts';

export function representExpectedVerification(expected: AwaitedResult, context: DeliveryContext) {
  const { urls } = context;
  const { uuid, consumer, provider, sha, consumer_version, provider_version, since, dispatches, lastDelivery } = expected;
  const self = expectedVerificationUrl(urls, uuid);
  const pact = urls.pactVersionWithMetadata(consumer, provider, sha, encodeMetadata({ consumerVersions: [consumer_version] }));
  return {
    uuid,
    consumer: { name: consumer, version: { number: consumer_version } },
    provider: { name: provider, version: { number: provider_version } },
    pactVersion: sha,
    expectedSince: wireTime(since),
    dispatches,
    lastDispatchedAt: wireTime(lastDelivery.created_at),
    _embedded: { lastTriggeredWebhook: representDelivery(lastDelivery, context) },
    _links: {
      self: { title: 'Expected verification', href: self },
      'pb:dispatch': { title: 'POST here to ask for the result again', href: `${self}/dispatch` },
      'pb:pact-version': { title: 'The pact to verify', name: sha, href: pact },
      'pb:consumer': { title: 'Consumer', name: consumer, href: urls.pacticipant(consumer) },
      'pb:provider': { title: 'Provider', name: provider, href: urls.pacticipant(provider) },
      'pb:provider-version': {
        title: 'The provider version whose result is awaited',
        name: provider_version,
        href: urls.version(provider, provider_version),
      },
    },
  };
}

export function representExpectedVerifications(
  { expected, total }: ExpectedVerifications,
  { page, query }: { page: Page; query: Record<string, string> },
  context: DeliveryContext,
) {
  const self = expectedVerificationList(context.urls);
  const paging = representPage(page, total, self, query);
  return {
    _embedded: { expectedVerifications: expected.map((one) => representExpectedVerification(one, context)) },
    page: paging.page,
    _links: { self: { title: 'Results that were asked for and have not come', href: self }, ...paging.links },
  };
}
