import type { IntegrationOverview } from '../../storage/integration-overview.ts';
import { type Html, html } from '../html.ts';
import type { Urls } from '../urls.ts';
import { FRONT_PAGE_STYLE } from './front-page-style.ts';
import { page } from './page.ts';

export const FRONT_PAGE_ROWS = 500;

/** The first page for people: who depends on whom, and whether it works. */
export function representFrontPage(integrations: IntegrationOverview[], urls: Urls, now: string): string {
  const content = integrations.length === 0 ? emptyBroker(urls) : table(integrations, urls, now);
  const body = html`<body>
<header>
<h1>Concordat</h1>
<p>${summary(integrations)}</p>
</header>
<main>${content}</main>
<footer><a href="${urls.base}/api-docs">API</a> <a href="${urls.base}/diagnostic/status/heartbeat">Heartbeat</a></footer>
</body>`;
  return page({ title: 'Concordat', style: FRONT_PAGE_STYLE, body });
}

function summary(integrations: IntegrationOverview[]): string {
  if (integrations.length === 0) return 'A consumer-driven contract testing broker.';
  const count = (success: 0 | 1 | null) => integrations.filter((integration) => integration.success === success).length;
  const which =
    integrations.length === FRONT_PAGE_ROWS
      ? `The first ${FRONT_PAGE_ROWS} integrations`
      : `${integrations.length} integration${integrations.length === 1 ? '' : 's'}`;
  return `${which}: ${count(1)} verified, ${count(0)} failed, ${count(null)} not verified.`;
}

const emptyBroker = (urls: Urls): Html => html`<section class="empty">
<h2>Nothing has been published yet</h2>
<p>Publish the contracts that your consumer tests wrote:</p>
<pre>pact-broker publish ./pacts \\
  --consumer-app-version "$(git rev-parse HEAD)" \\
  --branch "$(git branch --show-current)" \\
  --broker-base-url ${urls.base}</pre>
</section>`;

const table = (integrations: IntegrationOverview[], urls: Urls, now: string): Html => html`<table>
<thead><tr><th>Consumer</th><th>Provider</th><th>Newest pact</th><th>Last result</th><th>More</th></tr></thead>
<tbody>${integrations.map((integration) => row(integration, urls, now))}</tbody>
</table>`;

function row(
  { consumer, provider, consumer_version, branch, published_at, ...result }: IntegrationOverview,
  urls: Urls,
  now: string,
): Html {
  const matrix = `${urls.base}/matrix/provider/${encodeURIComponent(provider)}/consumer/${encodeURIComponent(consumer)}`;
  const pact =
    consumer_version === null || published_at === null
      ? html`<span class="quiet">none</span>`
      : html`<a href="${urls.pact(consumer, consumer_version, provider)}">${consumer_version}</a>${branch === null ? '' : html` <span class="branch">${branch}</span>`} ${when(published_at, now)}`;
  return html`<tr>
<td data-label="Consumer"><a href="${urls.pacticipant(consumer)}">${consumer}</a></td>
<td data-label="Provider"><a href="${urls.pacticipant(provider)}">${provider}</a></td>
<td data-label="Newest pact">${pact}</td>
<td data-label="Last result">${resultOf(result, now)}</td>
<td data-label="More"><a href="${matrix}">Matrix</a></td>
</tr>`;
}

function resultOf(
  { success, provider_version, verified_at }: Pick<IntegrationOverview, 'success' | 'provider_version' | 'verified_at'>,
  now: string,
): Html {
  if (success === null || verified_at === null) return html`<span class="result unknown">not verified</span>`;
  const [name, text] = success === 1 ? ['success', 'verified'] : ['failure', 'failed'];
  return html`<span class="result ${name}">${text}</span> by ${provider_version ?? ''} ${when(verified_at, now)}`;
}

const STEPS: [seconds: number, name: string][] = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
];

/** How long ago, with the exact time to hover. */
function when(time: string, now: string): Html {
  const seconds = Math.max(0, (Date.parse(now) - Date.parse(time)) / 1000);
  const [size, name] = STEPS.find(([least]) => seconds >= least) ?? [1, 'second'];
  const count = Math.floor(seconds / size);
  const ago = seconds < 10 ? 'just now' : `${count} ${name}${count === 1 ? '' : 's'} ago`;
  return html`<time datetime="${time}" title="${time}">${ago}</time>`;
}
