import type { Change } from '../checks/change.ts';
import { findRule } from '../checks/registry.ts';
import { countByLevel, type Group, groupByOperation, LEVELS, plural, verdictText } from './grouping.ts';
import { STYLE } from './html-style.ts';
import type { Render, Report, Subject } from './report.ts';
import { agrees, exampleLead, expiredText, ignoredText, opinionText, placeText } from './words.ts';
import { escapeXml as text } from './xml.ts';

/** One page with everything in it: no script, nothing fetched; it can be mailed or kept as a build artifact. */
export const renderHtml: Render = (report) => {
  const groups = groupByOperation(report.changes);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(`${verdictText(report)}: ${report.revision.title ?? report.revision.name}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${header(report)}
${groups.length > 0 ? filters(report) : ''}
${groups.map((group) => groupHtml(group, report)).join('\n')}
${notes(report)}
</main>
</body>
</html>
`;
};

function header(report: Report): string {
  const title = report.revision.title ?? report.base.title ?? 'API changes';
  return `<header class="${report.verdict}">
<p class="eyebrow">OpenAPI changes</p>
<h1>${text(title)}</h1>
<p class="verdict">${text(verdictText(report))}</p>
<dl>${subject('Base', report.base)}${subject('Revision', report.revision)}</dl>
</header>`;
}

function subject(label: string, { name, version }: Subject): string {
  return `<div><dt>${label}</dt><dd>${version ? `<b>${text(version)}</b> ` : ''}<code>${text(name)}</code></dd></div>`;
}

/** Checkboxes that hide a level by CSS alone. */
function filters({ changes }: Report): string {
  const counts = countByLevel(changes);
  const chips = LEVELS.filter((level) => counts[level] > 0).map(
    (level) => `<label class="chip ${level}"><input type="checkbox" id="show-${level}" checked> ${plural(counts[level], level)}</label>`,
  );
  return `<fieldset class="filters"><legend>Show</legend>${chips.join('')}</fieldset>`;
}

function groupHtml({ method, path, title, changes }: Group, report: Report): string {
  const name =
    path === null
      ? text(title)
      : `${method === null ? '' : `<span class="method ${text(method.toLowerCase())}">${text(method)}</span> `}<code>${breakable(path)}</code>`;
  const levels = [...new Set(changes.map(({ level }) => level))].map((level) => `has-${level}`).join(' ');
  return `<section class="${levels}">
<h2>${name}</h2>
<ul>
${changes.map((change) => changeHtml(change, report)).join('\n')}
</ul>
</section>`;
}

function changeHtml(change: Change, { placesOf }: Report): string {
  const { level, message, id, fingerprint, direction, counterExample } = change;
  const { base, revision } = placesOf(change);
  const places = [base, revision].flatMap((place) => (place ? [`<code>${breakable(placeText(place))}</code>`] : [])).join(' → ');
  const example = counterExample
    ? `<details><summary>For example, this ${text(exampleLead(change, counterExample))}</summary><pre>${pretty(counterExample.value)}</pre></details>`
    : '';
  return `<li class="change ${level}">
<p class="message"><span class="level">${level}</span> ${breakable(message)}</p>
${example}<details><summary>Rule <code>${text(id)}</code></summary>${explanation(id)}</details>
<p class="meta">${direction === 'none' ? '' : `<span>${direction}</span>`}${places === '' ? '' : `<span>${places}</span>`}<span>fingerprint <code>${text(fingerprint)}</code></span></p>
</li>`;
}

function explanation(id: string): string {
  const rule = findRule(id);
  return rule ? `<p>${text(rule.means)}</p><p>${text(rule.breaks)}</p><p><b>Instead:</b> ${text(rule.instead)}</p>` : '';
}

/** Long names may break after a slash or a dot instead of stretching a narrow page. */
function breakable(value: string): string {
  return text(value).replaceAll(/([/.])/g, '$1<wbr>');
}

function pretty(value: unknown): string {
  const json = JSON.stringify(value, null, 2) ?? String(value);
  const short = json.length > 2_000 ? `${json.slice(0, 2_000)}…` : json;
  return short.split('\n').map(text).join('\n');
}

function notes({ ignored, expired, secondOpinion, verdict }: Report): string {
  const parts: string[] = [];
  if (expired.length > 0)
    parts.push(
      `<aside class="attention"><h2>Expired ignores</h2><ul>${expired.map((each) => `<li>${text(expiredText(each))}</li>`).join('')}</ul></aside>`,
    );
  if (secondOpinion) {
    const agreed = agrees(secondOpinion, verdict);
    const theirs = agreed
      ? ''
      : `<ul>${secondOpinion.breaking.map(({ code, where }) => `<li><code>${text(code)}</code> ${breakable(where)}</li>`).join('')}</ul>`;
    parts.push(
      `<aside class="${agreed ? '' : 'attention'}"><h2>Second opinion</h2><p>${text(opinionText(secondOpinion, verdict))}</p>${theirs}</aside>`,
    );
  }
  if (ignored.length > 0) {
    const rows = ignored.map(
      ({ change, by }) =>
        `<li><code>${text(change.id)}</code> ${breakable(`${change.method ?? ''} ${change.path ?? ''}`)}<br>${text(ignoredText(by))}</li>`,
    );
    parts.push(`<aside><details><summary>${plural(ignored.length, 'change')} ignored</summary><ul>${rows.join('')}</ul></details></aside>`);
  }
  return parts.join('\n');
}
