import { calledRules } from './called-rules.ts';
import { encodingRules } from './encoding-rules.ts';
import { exchangeRules } from './exchange-rules.ts';
import { lifecycleRules } from './lifecycle-rules.ts';
import { pathRules } from './path-rules.ts';
import { propertyRules } from './property-rules.ts';
import { referenceRules } from './reference-rules.ts';
import type { Level, Rule } from './rule.ts';
import { schemaRules } from './schema-rules.ts';
import { securityRules } from './security-rules.ts';
import { versionRules } from './version-rules.ts';

/** Every rule of the engine, sorted by id. */
export const rules: readonly Rule[] = [
  ...pathRules,
  ...exchangeRules,
  ...encodingRules,
  ...calledRules,
  ...lifecycleRules,
  ...securityRules,
  ...propertyRules,
  ...schemaRules,
  ...referenceRules,
  ...versionRules,
].sort((a, b) => (a.id < b.id ? -1 : 1));

const byId = new Map(rules.map((rule) => [rule.id, rule]));

export function levelOfRule(id: string): Level {
  const rule = byId.get(id);
  if (!rule) throw new Error(`no rule is called ${id}`);
  return rule.level;
}

/** A level for a finding whose rule may be worse: the rule's own level, where that is no worse. */
export function atMost(level: Level, id: string): { readonly level?: Level } {
  return LEVELS.indexOf(levelOfRule(id)) < LEVELS.indexOf(level) ? { level } : {};
}

const LEVELS: readonly Level[] = ['error', 'warning', 'info'];

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
