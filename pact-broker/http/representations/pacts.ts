import type { PactDocument } from '../../services/pacts/read-pact.ts';
import type { Pact } from '../../storage/pact-lookups.ts';
import type { Urls } from '../urls.ts';
import { wireTime } from './time.ts';

export const pactTitle = (consumer: string, number: string, provider: string) => `Pact between ${consumer} (${number}) and ${provider}`;

export interface PactView {
  /** Carried on to the results published for this pact. */
  metadata?: string | undefined;
  /** The consumer versions to list, where the pact was asked for by its content. */
  consumerVersions?: string[] | undefined;
}

/** The published JSON with the broker's own members at its end; the content itself is never parsed for that. */
export function representPact(pact: PactDocument, urls: Urls, view: PactView = {}): string {
  const own = JSON.stringify({ createdAt: wireTime(pact.created_at), _links: pactLinks(pact, urls, view) });
  const content = pact.json.slice(0, -1);
  return `${content}${content === '{' ? '' : ','}${own.slice(1)}`;
}

function pactLinks({ consumer, provider, consumer_version: number, sha }: Pact, urls: Urls, { metadata, consumerVersions }: PactView) {
  const pact = urls.pact(consumer, number, provider);
  const pacts = urls.pacts(consumer, provider);
  const content = urls.pactVersion(consumer, provider, sha);
  const version = (name: string) => ({ title: 'Consumer version', name, href: urls.version(consumer, name) });
  return {
    self: { title: 'Pact', name: pactTitle(consumer, number, provider), href: pact },
    'pb:consumer': { title: 'Consumer', name: consumer, href: urls.pacticipant(consumer) },
    'pb:consumer-version': version(number),
    ...(consumerVersions ? { 'pb:consumer-versions': consumerVersions.map(version) } : {}),
    'pb:provider': { title: 'Provider', name: provider, href: urls.pacticipant(provider) },
    'pb:pact-version': { title: 'This content, whatever versions carry it', name: sha, href: content },
    'pb:latest-pact-version': { title: 'Latest version of this pact', href: `${pacts}/latest` },
    'pb:all-pact-versions': { title: 'All versions of this pact', href: `${pacts}/versions` },
    'pb:latest-untagged-pact-version': { title: 'Latest version of this pact without a tag', href: `${pacts}/latest-untagged` },
    'pb:latest-tagged-pact-version': { title: 'Latest version of this pact with a tag', href: `${pacts}/latest/{tag}`, templated: true },
    'pb:previous-distinct': { title: 'The version before with other content', href: `${pact}/previous-distinct` },
    'pb:diff-previous-distinct': { title: 'What changed since other content', href: `${pact}/diff/previous-distinct` },
    'pb:diff': { title: 'What differs from another content', href: `${content}/diff/pact-version/{pactVersion}`, templated: true },
    'pb:pact-webhooks': { title: `Webhooks for the pact between ${consumer} and ${provider}`, href: urls.pactWebhooks(consumer, provider) },
    'pb:consumer-webhooks': { title: `Webhooks for all pacts with ${provider}`, href: urls.consumerWebhooks(provider) },
    'pb:tag-prod-version': { title: "PUT here to tag this consumer version 'prod'", href: urls.tag(consumer, number, 'prod') },
    'pb:tag-version': { title: 'PUT here to tag this consumer version', href: `${urls.version(consumer, number)}/tags/{tag}` },
    'pb:publish-verification-results': {
      title: 'Publish a verification result',
      href: `${metadata ? urls.pactVersionWithMetadata(consumer, provider, sha, metadata) : content}/verification-results`,
    },
    'pb:latest-verification-results': { href: `${content}/verification-results/latest` },
    'pb:triggered-webhooks': { title: 'Webhooks that this publication triggered', href: `${pact}/triggered-webhooks` },
    'pb:matrix-for-consumer-version': { title: 'Matrix of this consumer version', href: urls.matrixForVersion(consumer, number) },
    curies: [urls.curie('pact')],
  };
}
