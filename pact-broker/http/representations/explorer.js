// The explorer page: shows a resource and its links; a click on a link shows what it leads to. Texts are never read as HTML.
// The broker as this page was reached, and as its links name it: behind a proxy these may differ.
const here = new URL('..', import.meta.url).href.replace(/\/$/, '');
const base = document.body.dataset.base;
const form = document.querySelector('form');
const status = document.querySelector('#status');
const links = document.querySelector('#links');
const content = document.querySelector('#content');

const element = (name, text, attributes = {}) => Object.assign(document.createElement(name), { textContent: text, ...attributes });

function cell(child) {
  const td = element('td', '');
  td.append(child);
  return td;
}

/** The path of an address of this broker; undefined for addresses elsewhere. */
function pathOf(href) {
  const { href: address } = new URL(href, `${base}/`);
  const start = [base, here].find((each) => address === each || address.startsWith(`${each}/`));
  return start === undefined ? undefined : address.slice(start.length) || '/';
}

function follow({ href, templated }) {
  const filled = templated ? fill(href) : href;
  if (filled !== undefined) location.hash = pathOf(filled) ?? '/';
}

/** Asks for each part of a template. */
function fill(template) {
  let missing = false;
  const filled = template.replaceAll(/\{(\w+)\}/g, (_, name) => {
    const value = prompt(name);
    if (value === null) missing = true;
    return encodeURIComponent(value ?? '');
  });
  return missing ? undefined : filled;
}

function linkRow(relation, link, curies) {
  const [prefix, name] = relation.includes(':') ? relation.split(':', 2) : ['', relation];
  // Not every answer says where its relations are explained; ours all are in one place.
  const curie = curies.find((one) => one.name === prefix) ?? (prefix === 'pb' ? { href: `${base}/doc/{rel}` } : undefined);
  const shown = curie ? element('a', relation, { href: curie.href.replace('{rel}', name) }) : element('span', relation);
  const target = element('a', link.href, { href: `#${pathOf(link.href) ?? '/'}` });
  target.addEventListener('click', (event) => {
    event.preventDefault();
    follow(link);
  });
  const row = element('tr', '');
  row.append(cell(shown), cell(element('span', link.title ?? link.name ?? '')), cell(target));
  return row;
}

async function show() {
  const path = location.hash.slice(1) || '/';
  form.elements.path.value = path;
  const answer = await fetch(here + path, { headers: { accept: 'application/hal+json, */*;q=0.1' } });
  status.textContent = `${answer.status} ${answer.statusText} · ${answer.headers.get('content-type') ?? ''}`;
  const text = await answer.text();
  links.replaceChildren();
  if (!/json/.test(answer.headers.get('content-type') ?? '')) {
    content.textContent = text;
    return;
  }
  const body = JSON.parse(text);
  content.textContent = JSON.stringify(body, null, 2);
  const { curies = [], ...relations } = body._links ?? {};
  for (const [relation, target] of Object.entries(relations)) {
    for (const link of [target].flat()) if (typeof link?.href === 'string') links.append(linkRow(relation, link, curies));
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  location.hash = form.elements.path.value;
});
addEventListener('hashchange', show);
show();
