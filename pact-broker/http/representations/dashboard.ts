import type { Dashboard, DashboardItem } from '../../services/integrations/read-dashboard.ts';
import { type Page, representPage } from '../paging.ts';
import type { Urls } from '../urls.ts';
import { representEnvironmentOfVersion } from './environments.ts';
import { wireTime } from './time.ts';

export interface DashboardView {
  page: Page;
  /** The address that was asked for. */
  self: string;
  /** The dashboard's own address, without a query. */
  url: string;
}

export function representDashboard({ items, total }: Dashboard, { page, self, url }: DashboardView, urls: Urls) {
  const paging = representPage(page, total, url);
  return {
    page: paging.page,
    items: items.map((item) => representItem(item, urls)),
    _links: { self: { href: self, title: 'Dashboard' }, ...paging.links, curies: [urls.curie('dashboard')] },
  };
}

function representItem(item: DashboardItem, urls: Urls) {
  const { consumer, provider, consumer_version: number, provider_version } = item;
  const pact = urls.pact(consumer, number, provider);
  return {
    consumer: {
      name: consumer,
      version: {
        ...versionOf(number, item.consumerBranches),
        environments: item.consumerEnvironments.map((environment) => representEnvironmentOfVersion(environment, urls)),
        _links: { self: { href: urls.version(consumer, number) } },
      },
      _links: { self: { href: urls.pacticipant(consumer) } },
    },
    provider: {
      name: provider,
      version: provider_version === null ? null : versionOf(provider_version, item.providerBranches),
      _links: { self: { href: urls.pacticipant(provider) } },
    },
    pact: { createdAt: wireTime(item.published_at), _links: { self: { href: pact } } },
    pactTags: item.pactTags.map((tag) => latestTag(consumer, number, tag, urls)),
    latestVerificationResult:
      item.verified_at === null
        ? null
        : {
            success: item.success === 1,
            verifiedAt: wireTime(item.verified_at),
            _links: { self: { href: `${pact}/verification-results/latest` } },
          },
    latestVerificationResultTags:
      provider_version === null ? [] : item.providerTags.map((tag) => latestTag(provider, provider_version, tag, urls)),
    verificationStatus: item.success === null ? 'never' : item.success === 1 ? 'success' : 'failed',
    webhookStatus: item.webhookStatus,
    latestWebhookExecution: item.lastTriggeredAt === null ? null : { triggeredAt: wireTime(item.lastTriggeredAt) },
    _links: {
      'pb:webhook-status': { title: `Status of the webhooks of ${consumer} and ${provider}`, href: urls.webhookStatus(consumer, provider) },
    },
  };
}

const versionOf = (number: string, branches: string[]) => ({ number, branch: branches[0] ?? null, headBranchNames: branches });

const latestTag = (pacticipant: string, number: string, tag: string, urls: Urls) => ({
  name: tag,
  latest: true,
  _links: { self: { href: urls.tag(pacticipant, number, tag) } },
});
