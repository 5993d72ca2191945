import { encodeMetadata } from '../../domain/pacts/selection-metadata.ts';
import { verificationNumber } from '../../domain/verifications/verification-number.ts';
import type { ResultsOfVersion } from '../../services/verifications/read-verification.ts';
import type { VerificationDocument } from '../../storage/verifications.ts';
import type { Urls } from '../urls.ts';
import { pactTitle } from './pacts.ts';
import { wireTime } from './time.ts';

export function representVerification(verification: VerificationDocument, urls: Urls) {
  const { id, consumer, provider, sha, report, consumer_version, consumerVersions, untested } = verification;
  const number = verificationNumber(id);
  const self = urls.verificationResult(consumer, provider, sha, number);
  const title = pactTitle(consumer, consumer_version, provider);
  const metadata = encodeMetadata({ consumerVersions: consumerVersions.length > 0 ? consumerVersions : [consumer_version] });
  return {
    providerName: provider,
    providerApplicationVersion: verification.provider_version,
    success: verification.success === 1,
    verificationDate: wireTime(verification.created_at),
    ...(verification.build_url === null ? {} : { buildUrl: verification.build_url }),
    ...(report.testResults === undefined ? {} : { testResults: report.testResults }),
    ...(untested.length === 0 ? {} : { interactionsWithoutResult: untested }),
    verifiedBy: report.verifiedBy ?? {},
    ...(report.properties === undefined ? {} : { properties: report.properties }),
    _links: {
      self: { title: 'Verification result', name: `Verification result ${number} for ${title}`, href: self },
      'pb:pact-version': { title: 'Pact', name: title, href: urls.pactVersionWithMetadata(consumer, provider, sha, metadata) },
      'pb:triggered-webhooks': { title: 'Webhooks that this result triggered', href: `${self}/triggered-webhooks` },
    },
  };
}

export function representResultsOfVersion({ results, unknown }: ResultsOfVersion, self: string, urls: Urls) {
  const named = (success: 0 | 1) => results.filter((result) => result.success === success).map(({ provider }) => provider);
  return {
    success: unknown.length === 0 && results.length > 0 && results.every(({ success }) => success === 1),
    providerSummary: { successful: named(1), failed: named(0), unknown },
    _embedded: { verificationResults: results.map((result) => representVerification(result, urls)) },
    _links: { self: { href: self, title: 'Latest verification results of this consumer version' } },
  };
}
