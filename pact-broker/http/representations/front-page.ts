import { readFileSync } from 'node:fs';
import type { IntegrationOverview } from '../../domain/integrations/overview.ts';
import type { Pairing } from '../../domain/integrations/pairing.ts';
import { type Html, html } from '../html.ts';
import type { Urls } from '../urls.ts';
import { FRONT_PAGE_STYLE } from './front-page-style.ts';
import { explored, isFound, representIntegrationRow } from './integration-row.ts';
import { page } from './page.ts';
import { outcomeCounts } from './pairing-cells.ts';

/** What the first page does in the browser. */
export const FRONT_PAGE_SCRIPT = readFileSync(new URL('./find-and-copy.js', import.meta.url), 'utf8');

export interface FrontPageView {
  urls: Urls;
  now: string;
  /** What was searched for: a part of a name. */
  q: string;
}

/** The first page for people: who depends on whom, and whether it works. */
export function representFrontPage(integrations: IntegrationOverview[], { urls, now, q }: FrontPageView): string {
  const isEmpty = integrations.length === 0;
  const body = html`<body>
<header>
<h1>Concordat</h1>
${isEmpty ? html`<p class="quiet">A consumer-driven contract testing broker.</p>` : search(integrations, q)}
</header>
<main>${isEmpty ? emptyBroker(urls) : table(integrations, { urls, now, q })}</main>
<footer>
<p><a href="${urls.base}/api-docs">API</a> <a href="${urls.explorer()}">Explorer</a> <a href="${explored(urls.heartbeat(), urls)}">Heartbeat</a></p>
${isEmpty ? undefined : html`<p class="quiet">Names, <em>pact</em> and <em>matrix</em> open the explorer: the JSON that programs get, with links to follow. A click on a version copies the whole number.</p>\n`}</footer>
<p id="said" class="unseen" role="status"></p>
</body>`;
  // Without the host, so that it is found at whichever the page was reached.
  const script = `${urls.basePath()}/front-page.js`;
  return page({ title: 'Concordat', style: FRONT_PAGE_STYLE, ...(isEmpty ? {} : { script }), body });
}

function search(integrations: IntegrationOverview[], q: string): Html {
  const found = integrations.filter((integration) => isFound(integration, q)).length;
  return html`<form role="search">
<input type="search" name="q" value="${q}" placeholder="Find a consumer or provider" aria-label="Find a consumer or provider" autocomplete="off" spellcheck="false">
<noscript><button>Find</button></noscript>
<output id="found" data-total="${integrations.length}">${found === integrations.length ? '' : `${found} of `}${integrations.length} integration${integrations.length === 1 ? '' : 's'}</output>
</form>
${summary(integrations)}`;
}

/** The state of all of it in three lines, whatever is searched for. */
function summary(integrations: IntegrationOverview[]): Html {
  const lines: [name: string, pairings: Pairing[]][] = [
    ['Newest', integrations.flatMap(({ newest }) => newest ?? [])],
    ['Main', integrations.map(({ main }) => main)],
    ['Deployed or released', integrations.flatMap(({ environments }) => environments.flatMap(({ pairings }) => pairings))],
  ];
  return html`<dl class="summary">${lines.map(([name, pairings]) => {
    const [counts, none] = [
      outcomeCounts(pairings.filter(({ outcome }) => outcome !== 'no-pact')),
      html`<span class="quiet">nothing</span>`,
    ];
    return html`<div><dt>${name}</dt><dd>${counts.text === '' ? none : counts}</dd></div>`;
  })}</dl>`;
}

const emptyBroker = (urls: Urls): Html => html`<section class="empty">
<h2>Nothing has been published yet</h2>
<p>Publish the contracts that your consumer tests wrote:</p>
<pre>pact-broker publish ./pacts \\
  --consumer-app-version "$(git rev-parse HEAD)" \\
  --branch "$(git branch --show-current)" \\
  --broker-base-url ${urls.base}</pre>
</section>`;

const table = (integrations: IntegrationOverview[], { urls, now, q }: FrontPageView): Html => {
  const rows = integrations.map((integration) => ({ integration, hidden: !isFound(integration, q) }));
  // The style lays it out as something else than a table: the roles say that it is one.
  return html`<table role="table">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Consumer</th><th role="columnheader" scope="col">Provider</th><th role="columnheader" scope="col" title="The newest pact, and its last result from whichever provider version">Newest</th><th role="columnheader" scope="col" title="The newest versions on both main branches, and the result between exactly these">Main</th><th role="columnheader" scope="col" title="Every version that is in an environment now, and the result between exactly these">Deployed or released</th></tr></thead>
<tbody role="rowgroup">
${rows.map(({ integration, hidden }) => representIntegrationRow(integration, { urls, now, hidden }))}</tbody>
</table>
<p id="nothing" class="empty"${rows.some(({ hidden }) => !hidden) ? html` hidden` : ''}>No consumer and no provider has that in its name.</p>`;
};
