import { shortDescription } from '../../domain/pacts/selected-pact.ts';
import { encodeMetadata } from '../../domain/pacts/selection-metadata.ts';
import { verificationNotices } from '../../domain/pacts/verification-notices.ts';
import type { VerificationRequest } from '../../domain/pacts/verification-request.ts';
import type { PactForVerification } from '../../services/pacts/select-pacts-for-verification.ts';
import type { Urls } from '../urls.ts';
import { pactTitle } from './pacts.ts';

export function representPactsForVerification(provider: string, request: VerificationRequest, pacts: PactForVerification[], urls: Urls) {
  const context = { provider, verifiedBy: asker(request), asksForPending: request.asksForPending, urls };
  return {
    _embedded: { pacts: pacts.map((pact) => representPactForVerification(pact, context)) },
    _links: { self: { href: urls.forVerification(provider), title: 'Pacts to be verified' } },
  };
}

function asker({ providerVersionBranch, providerVersionTags }: VerificationRequest): string | undefined {
  if (providerVersionBranch !== undefined) return `branch ${providerVersionBranch}`;
  return providerVersionTags.length > 0 ? `tags ${providerVersionTags.join(', ')}` : undefined;
}

interface Context {
  provider: string;
  verifiedBy: string | undefined;
  asksForPending: boolean;
  urls: Urls;
}

function representPactForVerification(pact: PactForVerification, { urls, ...asked }: Context) {
  const { consumer, sha, pending, wip, reasons } = pact;
  const consumerVersions = [...new Set(reasons.map(({ consumerVersion }) => consumerVersion))];
  const href = urls.pactVersionWithMetadata(consumer, asked.provider, sha, encodeMetadata({ consumerVersions, wip }));
  return {
    shortDescription: shortDescription(pact),
    verificationProperties: {
      pending,
      ...(wip ? { wip } : {}),
      notices: verificationNotices(pact, { ...asked, pending, wip, pactUrl: href }),
    },
    _links: { self: { href, name: pactTitle(consumer, pact.consumerVersion, asked.provider) } },
  };
}
