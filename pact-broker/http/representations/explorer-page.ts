import { readFileSync } from 'node:fs';
import { html } from '../html.ts';
import type { Urls } from '../urls.ts';
import { page } from './page.ts';
import { PAGE_STYLE } from './page-style.ts';

/** What the explorer does in the browser. */
export const EXPLORER_SCRIPT = readFileSync(new URL('./explorer.js', import.meta.url), 'utf8');

/** A page that follows the links of this broker, at whichever address it was reached. The resource shown stands behind the #. */
export const representExplorer = (urls: Urls): string =>
  page({
    title: 'Explorer · Concordat',
    style: PAGE_STYLE,
    script: 'explorer.js',
    body: html`<body data-base="${urls.base}">
<h1>Explorer</h1>
<form><input name="path" aria-label="Path" value="/" spellcheck="false"><button>Go</button></form>
<p id="status" role="status"></p>
<h2>Links</h2>
<table><thead><tr><th>Relation</th><th>Title</th><th>Address</th></tr></thead><tbody id="links"></tbody></table>
<h2>Content</h2>
<pre id="content"></pre>
</body>`,
  });
