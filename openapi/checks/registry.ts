import { pathRules } from './path-rules.ts';
import type { Rule } from './rule.ts';

/** Every rule of the engine, sorted by id. */
export const rules: readonly Rule[] = [...pathRules].sort((a, b) => (a.id < b.id ? -1 : 1));

const byId = new Map(rules.map((rule) => [rule.id, rule]));

export function findRule(id: string): Rule | undefined {
  return byId.get(id);
}

/** A rule in words, for people: what it means, why it breaks, how to do it without breaking. */
export function explainRule(rule: Rule): string {
  return [
    `${rule.id} (${rule.level}, ${rule.direction === 'none' ? rule.area : `${rule.direction}, ${rule.area}`})`,
    `What it means: ${rule.means}`,
    `Why it matters: ${rule.breaks}`,
    `What to do instead: ${rule.instead}`,
  ].join('\n');
}
