import type { IntegrationOverview, OnMain } from '../../domain/integrations/overview.ts';
import { type Html, html } from '../html.ts';
import type { Urls } from '../urls.ts';
import { pairingLine, pairingLines } from './pairing-cells.ts';
import { timeAgo } from './time-ago.ts';

/** Whether the consumer's or the provider's name contains a text; the page's script finds alike. */
export const isFound = ({ consumer, provider }: IntegrationOverview, text: string): boolean =>
  [consumer, provider].some((name) => name.toLowerCase().includes(text.toLowerCase()));

export interface RowView {
  urls: Urls;
  now: string;
  /** Of a search. */
  hidden: boolean;
}

/** An integration: who, then the state of what is newest, on main and in environments. */
export function representIntegrationRow(integration: IntegrationOverview, { urls, now, hidden }: RowView): Html {
  const { consumer, provider, main } = integration;
  return html`<tr role="row"${hidden ? html` hidden` : ''}>
<th role="rowheader" scope="row"><a class="name" href="${explored(urls.pacticipant(consumer), urls)}">${consumer}</a></th>
<td role="cell" data-label="Provider"><a class="name" href="${explored(urls.pacticipant(provider), urls)}">${provider}</a> <a class="more" href="${explored(urls.integrationMatrix(consumer, provider), urls)}" title="Matrix of ${consumer} and ${provider}">matrix</a></td>
<td role="cell" data-label="Newest">${newest(integration, urls, now)}</td>
<td role="cell" data-label="Main">${onMain(main, now)}</td>
<td role="cell" data-label="Deployed or released">${inEnvironments(integration)}</td>
</tr>`;
}

/** An address of the API, as the explorer shows it to people. */
export const explored = (address: string, urls: Urls): string => `${urls.explorer()}#${address.slice(urls.base.length)}`;

function newest({ consumer, provider, newest: pact }: IntegrationOverview, urls: Urls, now: string): Html {
  if (pact?.consumerVersion === undefined) return html`<p class="quiet">no pact</p>`;
  const address = explored(urls.pact(consumer, pact.consumerVersion, provider), urls);
  const branch = pact.branch === undefined ? '' : html`<span class="branch" title="${pact.branch}">${pact.branch}</span> · `;
  const verified = pact.verifiedAt === undefined ? '' : html` · result ${timeAgo(pact.verifiedAt, now)}`;
  return html`${pairingLine(pact, 'nobody yet')}
<p class="quiet">${branch}<a href="${address}">pact</a> ${timeAgo(pact.publishedAt, now)}${verified}</p>`;
}

function onMain(main: OnMain, now: string): Html {
  const { consumerBranch, providerBranch, consumerVersion, verifiedAt } = main;
  if (consumerBranch === undefined) return html`<p class="quiet">no main branch</p>`;
  if (consumerVersion === undefined) return html`<p class="quiet">nothing on ${consumerBranch}</p>`;
  const missing = providerBranch === undefined ? 'no main branch' : `nothing on ${providerBranch}`;
  const branches = providerBranch === undefined || providerBranch === consumerBranch ? [consumerBranch] : [consumerBranch, providerBranch];
  const verified = verifiedAt === undefined ? '' : html` · result ${timeAgo(verifiedAt, now)}`;
  return html`${pairingLine(main, missing)}
<p class="quiet"><span class="branch">${branches.join(' → ')}</span>${verified}</p>`;
}

const inEnvironments = ({ environments }: IntegrationOverview): Html =>
  environments.length === 0
    ? html`<p class="quiet">nowhere</p>`
    : html`<dl>${environments.map(
        ({ environment, pairings }) =>
          html`<dt title="${environment}">${environment}</dt><dd>${pairingLines(pairings, 'provider not there')}</dd>`,
      )}</dl>`;
