import { type Entry, fingerprintOfEntry, operationOf } from './entries.ts';
import { excerptsHtml } from './html-excerpt.ts';
import type { Report } from './report.ts';
import { entryText, exampleLead, jsonText, placeText, short, usesText } from './words.ts';
import { breakable, escapeXml as text } from './xml.ts';

/** Operations that are listed under a shared change: a page of 10,000 changes must not list 10,000 operations for each. */
const LISTED = 200;
const LONGEST_EXAMPLE = 2_000;

/** One change; `open` shows the lines around it at once. */
export function entryHtml(entry: Entry, report: Report, open: boolean): string {
  const { id, level, change } = entry;
  const meta = [
    `<a href="#${text(id)}">${text(id)}</a>`,
    change.component === null ? '' : `<code>${breakable(short(change.component))}</code>`,
    `fingerprint <code>${text(fingerprintOfEntry(entry))}</code>`,
  ];
  return `<li class="change ${level}">
<p class="message"><span class="level">${level}</span> ${breakable(entryText(entry))}</p>
${entry.shared ? operations(entry) : ''}${example(entry)}${source(entry, report, open)}<p class="meta">${meta
    .filter((each) => each !== '')
    .map((each) => `<span>${each}</span>`)
    .join('')}</p>
</li>`;
}

function operations(entry: Entry): string {
  const { places } = entry;
  const byOperation = [...Map.groupBy(places, operationOf)];
  const items = byOperation
    .slice(0, LISTED)
    .map(([title, each]) => `<li><code>${breakable(short(title))}</code>${each.length > 1 ? ` ×${each.length}` : ''}</li>`);
  const rest = byOperation.length - LISTED;
  if (rest > 0) items.push(`<li>and ${rest.toLocaleString('en')} more</li>`);
  const summary = text(usesText(entry));
  if (byOperation.length <= 3) return `<p class="uses">${summary}</p>\n`;
  return `<details class="uses"><summary>${summary}</summary><ul>${items.join('')}</ul></details>\n`;
}

function example({ change }: Entry): string {
  const { counterExample } = change;
  if (!counterExample) return '';
  const lead = text(exampleLead(change, counterExample));
  const value = short(jsonText(counterExample.value, 2), LONGEST_EXAMPLE).split('\n').map(text).join('\n');
  return `<details><summary>For example, this ${lead}</summary><pre>${value}</pre></details>\n`;
}

/** The lines on both sides; where there is no text, the places alone. */
function source({ change }: Entry, { placesOf, excerptsOf }: Report, open: boolean): string {
  const { base, revision } = placesOf(change);
  const places = [base, revision].flatMap((place) => (place ? [`<code>${breakable(placeText(place))}</code>`] : [])).join(' → ');
  if (places === '') return '';
  const excerpts = excerptsHtml(excerptsOf(change));
  if (excerpts === '') return `<p class="meta"><span>${places}</span></p>\n`;
  return `<details class="source"${open ? ' open' : ''}><summary>${places}</summary>${excerpts}</details>\n`;
}
