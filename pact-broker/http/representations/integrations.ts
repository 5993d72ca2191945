import type { IntegrationList } from '../../services/integrations/read-integrations.ts';
import type { Integration } from '../../storage/integration-lists.ts';
import { type Page, representPage } from '../paging.ts';
import type { Urls } from '../urls.ts';
import { present } from './present.ts';

export interface IntegrationListView {
  /** The address that was asked for. */
  self: string;
  page: Page | undefined;
  /** The filter, to be repeated in the links to other pages. */
  query: Record<string, string>;
}

export function representIntegrations({ integrations, total }: IntegrationList, { self, page, query }: IntegrationListView, urls: Urls) {
  const paging = page && representPage(page, total, urls.integrations(), query);
  return {
    ...present({ page: paging?.page }),
    _embedded: { integrations: integrations.map((integration) => representIntegration(integration, urls)) },
    _links: { self: { href: self, title: 'Integrations' }, ...paging?.links, curies: [urls.curie('integrations')] },
  };
}

const representIntegration = ({ consumer, provider }: Integration, urls: Urls) => ({
  consumer: { name: consumer },
  provider: { name: provider },
  _links: {
    'pb:dashboard': { title: 'What a dashboard shows of this integration', href: urls.integrationDashboard(consumer, provider) },
    'pb:matrix': { title: `Matrix of ${consumer} and ${provider}`, href: urls.integrationMatrix(consumer, provider) },
    // It leads to the pacticipant, as clients know it; the group itself is at /groups/NAME.
    'pb:group': { href: urls.pacticipant(consumer) },
    'pb:delete_integration': {
      title: `DELETE here to delete the integration between ${consumer} and ${provider}`,
      href: urls.integration(consumer, provider),
    },
  },
});
