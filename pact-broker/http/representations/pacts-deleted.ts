import type { Urls } from '../urls.ts';

/** What a client may look at next, once pacts of an integration are gone. */
export const representPactsDeleted = ({ consumer, provider }: { consumer: string; provider: string }, urls: Urls) => ({
  _links: {
    index: { href: urls.base },
    'pb:latest-pact-version': { href: urls.latestPact(consumer, provider), title: 'Latest pact' },
  },
});
