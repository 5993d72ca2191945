import { type Html, html } from '../html.ts';
import type { Relation, Relations } from '../relations/relation.ts';
import type { Urls } from '../urls.ts';
import { page } from './page.ts';
import { PAGE_STYLE } from './page-style.ts';

/** What a link relation means, for people. */
export function representRelation(name: string, { says, methods, example, body }: Relation, urls: Urls): string {
  const payload = body === undefined ? '' : ` \\\n  -H 'Content-Type: application/json' \\\n  -d '${JSON.stringify(body)}'`;
  const method = methods.split(/[ ,]/, 1)[0] as string;
  const call = `curl ${method === 'GET' || payload === '' ? '' : `-X ${method} `}'${urls.base}${example}'${method === 'GET' ? '' : payload}`;
  return documentation(
    `pb:${name}`,
    html`<h1><code>pb:${name}</code></h1>
<p>${says}</p>
<h2>Methods</h2><p>${methods}</p>
<h2>For example</h2><pre>${call}</pre>
<p><a href="${urls.relations()}">All relations</a></p>`,
  );
}

export const representRelations = (relations: Relations, urls: Urls): string =>
  documentation(
    'Link relations',
    html`<h1>Link relations</h1>
<p>Answers lead on by links. Follow a link by its relation, not by what its address looks like. <a href="${urls.explorer()}">Explore this broker</a></p>
<dl>${Object.entries(relations)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { says }]) => html`<dt><a href="${urls.relation(name)}">pb:${name}</a></dt><dd>${says}</dd>`)}</dl>`,
  );

const documentation = (title: string, content: Html): string =>
  page({ title: `${title} · Concordat`, style: PAGE_STYLE, body: html`<body>${content}</body>` });
