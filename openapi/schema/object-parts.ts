import { matchesEverything, matchesPattern } from './pattern.ts';
import type { Schema } from './schema.ts';

/** What one schema says of a property: nothing (undefined) when it neither declares it nor constrains what it does not declare. */
export function saysOf(schema: Schema, name: string): readonly Schema[] | undefined {
  const declared = schema.properties.get(name);
  const parts = declared ? [declared] : [];
  let unsure = false;
  for (const [pattern, part] of schema.schemas('patternProperties')) {
    const matches = matchesPattern(name, pattern);
    if (matches) parts.push(part);
    unsure ||= matches === undefined;
  }
  if (parts.length > 0 || unsure) return parts.length > 0 ? parts : undefined;
  return schema.others ? [schema.others] : undefined;
}

/** What all members of a product say together; undefined when none says anything. */
export function allSayOf(members: readonly Schema[], name: string): readonly Schema[] | undefined {
  const parts = members.flatMap((member) => saysOf(member, name) ?? []);
  return parts.length > 0 ? parts : undefined;
}

/** A property that some member names, rather than one that only falls under additionalProperties. */
export function declares(members: readonly Schema[], name: string): boolean {
  return members.some((member) => member.properties.has(name));
}

export function declaredNames(members: readonly Schema[]): Set<string> {
  return new Set(members.flatMap((member) => [...member.properties.keys()]));
}

export function requires(members: readonly Schema[], name: string): boolean {
  return members.some((member) => member.required.has(name));
}

/** Whether a property is there whenever the given one is, or always: what is there may need others beside it. */
export function needs(members: readonly Schema[], name: string, given?: string): boolean {
  if (requires(members, name)) return true;
  const there = new Set(members.flatMap((member) => [...member.required]));
  if (given !== undefined) there.add(given);
  for (const present of there)
    for (const member of members) {
      const beside = [
        ...(member.dependentRequired.get(present) ?? []),
        ...(member.schemas('dependentSchemas').get(present)?.required ?? []),
      ];
      for (const needed of beside) there.add(needed);
    }
  return there.has(name);
}

/** What members say of the properties that nobody names: a pattern that matches every name speaks of those. */
export function restOf(members: readonly Schema[]): readonly Schema[] {
  return members.flatMap((member) => {
    const all = [...member.schemas('patternProperties')].find(([pattern]) => matchesEverything(pattern));
    return all ? [all[1]] : (member.others ?? []);
  });
}

/** What members say of the item at a position. */
export function itemAt(members: readonly Schema[], index: number): readonly Schema[] {
  return members.flatMap((member) => member.prefixItems[index] ?? member.items ?? []);
}

export function longestPrefix(members: readonly Schema[]): number {
  return Math.max(0, ...members.map((member) => member.prefixItems.length));
}
