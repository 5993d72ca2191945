import type { Change } from '../checks/change.ts';
import type { Level } from '../checks/rule.ts';
import type { LevelRule } from './config.ts';
import { exactnessOf, matchesPattern } from './pattern.ts';

/**
 * The level that a team gives a change. What is said of a component wins over what is said of the rule everywhere, then an id
 * over a pattern, and of two patterns the one with more letters; of equals the later.
 */
export function levelFor(rules: readonly LevelRule[]): (change: Pick<Change, 'id' | 'component'>) => Level | undefined {
  const sorted = rules
    .toReversed()
    .toSorted(
      (a, b) =>
        Number(b.component !== undefined) - Number(a.component !== undefined) ||
        difference(exactnessOf(b.id), exactnessOf(a.id)) ||
        difference(exactnessOf(b.component ?? ''), exactnessOf(a.component ?? '')),
    )
    .map(({ id, component, level }) => ({ isId: matchesPattern(id), isComponent: matchesComponent(component), level }));
  return ({ id, component }) => sorted.find((rule) => rule.isId(id) && rule.isComponent(component))?.level;
}

/** Infinity minus infinity is no number. */
function difference(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

export function matchesComponent(pattern: string | undefined): (component: string | null) => boolean {
  if (pattern === undefined) return () => true;
  const matches = matchesPattern(pattern);
  return (component) => component !== null && (component === pattern || matches(component));
}
