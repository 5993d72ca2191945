import { readFileSync } from 'node:fs';
import type { ApiDocument } from '../document/api-document.ts';
import { type Html, html } from '../html.ts';
import { type PageOperation, type Place, representOperation } from './api-operation.ts';
import { API_PAGE_STYLE } from './api-page-style.ts';
import { membersOf, type PageSchema, schemaAnchor } from './api-schema.ts';
import { page } from './page.ts';

/** What the page does in the browser: finds operations, and sends what its forms say. */
export const TRY_IT_SCRIPT = readFileSync(new URL('./try-it.js', import.meta.url), 'utf8');

const pages = new WeakMap<ApiDocument, string>();

/** The API document for people, to read and to try. It is made once: nothing in it depends on who asks. */
export function representApiPage(document: ApiDocument): string {
  const known = pages.get(document) ?? pageOf(document);
  pages.set(document, known);
  return known;
}

function pageOf(document: ApiDocument): string {
  const places = placesIn(document);
  const groups = document.tags.map(({ name, description }) => ({
    name,
    description,
    places: places.filter(({ operation }) => operation.tags.includes(name)),
  }));
  const body = html`<body>
<nav aria-label="Contents"><input type="search" placeholder="Find an operation" aria-label="Find an operation" spellcheck="false">
<ul>${groups.map(({ name }) => html`<li><a href="#${anchorOf(name)}">${name}</a></li>`)}<li><a href="#schemas">Schemas</a></li></ul></nav>
<main>
<h1>API</h1>
${document.info.description.split('\n\n').map((paragraph) => html`<p>${paragraph}</p>`)}
<p>As a document for programs: <a href="openapi.json">openapi.json</a>, OpenAPI ${document.openapi}. <a href="hal-browser/browser.html">Follow the links</a> of this broker, or read <a href="doc">what they mean</a>.</p>
${groups.map(
  (group) => html`<section class="group" id="${anchorOf(group.name)}"><h2>${group.name}</h2><p class="quiet">${group.description}</p>
${group.places.map((place) => representOperation(place, document))}</section>`,
)}
<section id="schemas"><h2>Schemas</h2>
${Object.entries(document.components.schemas as Record<string, PageSchema>).map(representSchema)}</section>
</main>
</body>`;
  return page({ title: 'API · Concordat', style: API_PAGE_STYLE, script: 'api-docs/try-it.js', body });
}

const anchorOf = (tag: string) => `tag-${tag.toLowerCase().replaceAll(' ', '-')}`;

const placesIn = ({ paths }: ApiDocument): Place[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation: operation as unknown as PageOperation })),
  );

const representSchema = ([name, schema]: [string, PageSchema]): Html => html`<details class="schema" id="${schemaAnchor(name)}">
<summary><strong>${name}</strong> <span class="what">${schema.description ?? ''}</span></summary><div class="body">${membersOf(schema)}</div></details>`;
