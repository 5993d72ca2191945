import { distance } from 'fastest-levenshtein';
import { findRule, rules } from '../checks/registry.ts';
import { closest } from './closest.ts';
import { isPattern, literalsOf, matchesPattern } from './pattern.ts';

/** A rule's id, or a pattern that matches the id of at least one; `fail` is told what is wrong with anything else. */
export function rulePattern(text: string, fail: (reason: string) => never): string {
  const matches = matchesPattern(text);
  const found = isPattern(text) ? rules.some(({ id }) => matches(id)) : findRule(text) !== undefined;
  if (found) return text;
  const near = isPattern(text)
    ? nearest(text)
    : closest(
        text,
        rules.map(({ id }) => id),
      );
  const instead = near.length > 0 ? `did you mean ${near.join(' or ')}?` : '`concordat openapi explain` lists them all';
  return fail(`${isPattern(text) ? `no rule matches "${text}"` : `there is no rule "${text}"`}; ${instead}`);
}

/** The rules that have most of a pattern's words, give or take a letter. */
function nearest(pattern: string): string[] {
  const words = literalsOf(pattern.toLowerCase()).flatMap((literal) => literal.split('-').filter((word) => word !== ''));
  const allowed = Math.max(2, Math.floor(words.join('').length / 3));
  return rules
    .map(({ id }) => ({ id, edits: editsBetween(words, id.split('-')) }))
    .filter(({ edits }) => edits <= allowed)
    .sort((a, b) => a.edits - b.edits || a.id.length - b.id.length)
    .slice(0, 3)
    .map(({ id }) => id);
}

function editsBetween(words: readonly string[], ofRule: readonly string[]): number {
  return words.reduce((sum, word) => sum + Math.min(...ofRule.map((other) => distance(word, other))), 0);
}
