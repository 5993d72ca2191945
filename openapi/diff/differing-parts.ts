import { effectiveProperty } from '../schema/effective.ts';
import { sameSchema } from '../schema/same-schema.ts';
import type { Schema } from '../schema/schema.ts';
import { alternativesIn, matchAlternatives, matchSubtypes } from './match-branches.ts';
import { matchMembers } from './members.ts';
import { unwrapped } from './unwrap-null.ts';

export interface Sides {
  readonly base: Schema;
  readonly revision: Schema;
}

/** A part of a schema with its counterpart. */
export interface SchemaPart extends Sides {
  /** The schemas of whose allOf they are members: a property that moved to another member is still there. */
  readonly within?: Sides | undefined;
  readonly step: string;
  readonly key: string | number | undefined;
}

const SINGLE = ['contentSchema', 'contains', 'then', 'else', 'propertyNames', 'unevaluatedItems', 'unevaluatedProperties'] as const;
const MAPS = ['patternProperties', 'dependentSchemas'] as const;

/**
 * The parts of two schemas that differ, each with its counterpart. What stands under `not` and `if` is left out: there less is more,
 * and the question for the whole answers it.
 */
export function differingParts(pair: Sides & Pick<SchemaPart, 'within'>): SchemaPart[] {
  const [base, revision] = unwrapped(pair.base, pair.revision);
  const { within = { base, revision } } = pair;
  const parts = [properties, items, branches, others].flatMap((partsOf) => partsOf(base, revision, within));
  return parts.filter((part) => !sameSchema(part.base, part.revision));
}

type PartsOf = (base: Schema, revision: Schema, within: Sides) => SchemaPart[];

const properties: PartsOf = (base, revision, within) => {
  const parts: SchemaPart[] = [];
  for (const name of new Set([...base.properties.keys(), ...revision.properties.keys()])) {
    // A property that moved into or out of a member of allOf is still the same property.
    const before = base.properties.get(name) ?? effectiveProperty(within.base, name);
    const after = revision.properties.get(name) ?? effectiveProperty(within.revision, name);
    if (before && after) parts.push({ base: before, revision: after, step: name, key: name });
  }
  if (base.additional && revision.additional)
    parts.push({ base: base.additional, revision: revision.additional, step: 'additionalProperties', key: 'other' });
  return parts;
};

const items: PartsOf = (base, revision) => {
  const parts: SchemaPart[] = [];
  if (base.items && revision.items) {
    const key = Math.max(base.prefixItems.length, revision.prefixItems.length);
    parts.push({ base: base.items, revision: revision.items, step: 'items', key });
  }
  base.prefixItems.forEach((before, index) => {
    const after = revision.prefixItems[index];
    if (after) parts.push({ base: before, revision: after, step: `prefixItems[${index}]`, key: index });
  });
  return parts;
};

const branches: PartsOf = (base, revision, within) => {
  // What a member of allOf says, the whole says.
  const members = matchMembers(base, revision).pairs.map((pair) => ({ ...pair, step: '', within }));
  const alternatives = alternativesIn(base, revision).flatMap((lists) =>
    matchAlternatives(base, revision, lists).pairs.map((pair) => ({ ...pair, step: `${lists.keyword}[${pair.name}]` })),
  );
  const subtypes = matchSubtypes(base, revision).pairs.map((pair) => ({ ...pair, step: `subtypes[${pair.name}]` }));
  return [...members, ...alternatives, ...subtypes].map((pair) => ({ ...pair, key: undefined }));
};

const others: PartsOf = (base, revision) => {
  const found: [step: string, base: Schema, revision: Schema][] = [];
  for (const keyword of SINGLE) {
    const [before, after] = [base.schema(keyword), revision.schema(keyword)];
    if (before && after) found.push([keyword, before, after]);
  }
  for (const keyword of MAPS)
    for (const [name, before] of base.schemas(keyword)) {
      const after = revision.schemas(keyword).get(name);
      if (after) found.push([`${keyword}[${name}]`, before, after]);
    }
  return found.map(([step, before, after]) => ({ base: before, revision: after, step, key: undefined }));
};
