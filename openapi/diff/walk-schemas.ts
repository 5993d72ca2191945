import { effectiveProperty } from '../schema/effective.ts';
import { sameSchema } from '../schema/same-schema.ts';
import type { Schema } from '../schema/schema.ts';
import { matchAlternatives } from './match-branches.ts';
import { matchMembers } from './members.ts';
import type { SchemaPair } from './schema-pair.ts';
import { unwrapped } from './unwrap-null.ts';

const SINGLE = ['contentSchema', 'contains', 'then', 'else', 'propertyNames', 'unevaluatedItems', 'unevaluatedProperties'] as const;
const MAPS = ['patternProperties', 'dependentSchemas'] as const;

/**
 * The parts of a pair of schemas that differ, each with its counterpart. What stands under `not` and `if` is left out: there less
 * is more, and the question for the whole answers it.
 */
export function differingParts(pair: SchemaPair): SchemaPair[] {
  const [base, revision] = unwrapped(pair.base, pair.revision);
  const found = base !== pair.base || revision !== pair.revision ? partsOf({ ...pair, base, revision }) : partsOf(pair);
  return found.filter((part) => !sameSchema(part.base, part.revision));
}

function partsOf(pair: SchemaPair): SchemaPair[] {
  return [...propertyParts(pair), ...itemParts(pair), ...branchParts(pair), ...otherParts(pair)];
}

function propertyParts({ base, revision, path, keys, within }: SchemaPair): SchemaPair[] {
  const parts: SchemaPair[] = [];
  const names = new Set([...base.properties.keys(), ...revision.properties.keys()]);
  for (const name of names) {
    // A property that moved into or out of a member of allOf is still the same property.
    const before = base.properties.get(name) ?? effectiveProperty(within?.base ?? base, name);
    const after = revision.properties.get(name) ?? effectiveProperty(within?.revision ?? revision, name);
    if (before && after) parts.push({ base: before, revision: after, path: [...path, name], keys: [...keys, name] });
  }
  if (base.additional && revision.additional)
    parts.push({ base: base.additional, revision: revision.additional, path: [...path, 'additionalProperties'], keys: [...keys, 'other'] });
  return parts;
}

function itemParts({ base, revision, path, keys }: SchemaPair): SchemaPair[] {
  const parts: SchemaPair[] = [];
  if (base.items && revision.items)
    parts.push({
      base: base.items,
      revision: revision.items,
      path: [...path, 'items'],
      keys: [...keys, Math.max(base.prefixItems.length, revision.prefixItems.length)],
    });
  base.prefixItems.forEach((before, index) => {
    const after = revision.prefixItems[index];
    if (after) parts.push({ base: before, revision: after, path: [...path, `prefixItems[${index}]`], keys: [...keys, index] });
  });
  return parts;
}

function branchParts({ base, revision, path, keys, within = { base, revision } }: SchemaPair): SchemaPair[] {
  return (['allOf', 'anyOf', 'oneOf', 'subtypes'] as const).flatMap((keyword) => {
    const { pairs } = keyword === 'allOf' ? matchMembers(base, revision) : matchAlternatives(base, revision, keyword);
    return pairs.map((branch) => ({
      base: branch.base,
      revision: branch.revision,
      path: [...path, `${keyword}[${branch.name}]`],
      keys,
      ...(keyword === 'allOf' ? { within } : {}),
    }));
  });
}

function otherParts({ base, revision, path, keys }: SchemaPair): SchemaPair[] {
  const found: [string, Schema, Schema][] = [];
  for (const keyword of SINGLE) {
    const [before, after] = [base.schema(keyword), revision.schema(keyword)];
    if (before && after) found.push([keyword, before, after]);
  }
  for (const keyword of MAPS)
    for (const [name, before] of base.schemas(keyword)) {
      const after = revision.schemas(keyword).get(name);
      if (after) found.push([`${keyword}[${name}]`, before, after]);
    }
  return found.map(([name, before, after]) => ({ base: before, revision: after, path: [...path, name], keys }));
}
