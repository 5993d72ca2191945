import { findRule } from '../checks/registry.ts';
import { plural } from './counts.ts';
import type { Entry } from './entries.ts';
import { LEVELS } from './sections.ts';
import { escapeXml as text } from './xml.ts';

/** What the rules mean, each told once, however many changes it found. */
export function rulesHtml(entries: readonly Entry[]): string {
  if (entries.length === 0) return '';
  const rules = [...Map.groupBy(entries, ({ id }) => id)].sort(([, [a]], [, [b]]) => LEVELS.indexOf(a!.level) - LEVELS.indexOf(b!.level));
  const items = rules.map(
    ([id, each]) =>
      `<li id="${text(id)}"><h3><code>${text(id)}</code> <span>${plural(each.length, 'change')}</span></h3>${explanation(id)}</li>`,
  );
  return `<section class="rules"><h2>Rules</h2><ul>${items.join('\n')}</ul></section>`;
}

function explanation(id: string): string {
  const rule = findRule(id);
  return rule ? `<p>${text(rule.means)} ${text(rule.breaks)}</p><p><b>Instead:</b> ${text(rule.instead)}</p>` : '';
}
