import { sameAssertions, sameSchema } from '../schema/same-schema.ts';
import type { Branch, Schema } from '../schema/schema.ts';

export interface Branches {
  readonly pairs: readonly { base: Schema; revision: Schema; name: string }[];
  readonly removed: readonly Branch[];
  readonly added: readonly Branch[];
}

/** Members of allOf, anyOf or oneOf on both sides: the same component first, then what is equal, then what is left at one place. */
export function matchBranches(base: readonly Branch[], revision: readonly Branch[]): Branches {
  const pairs: { base: Schema; revision: Schema; name: string }[] = [];
  let removed = base;
  let added = revision;
  const match = (alike: (a: Branch, b: Branch) => boolean) => {
    for (const before of removed) {
      const after = added.find((candidate) => alike(before, candidate));
      if (!after) continue;
      pairs.push({ base: before.schema, revision: after.schema, name: before.name ?? String(base.indexOf(before)) });
      removed = removed.filter((branch) => branch !== before);
      added = added.filter((branch) => branch !== after);
    }
  };
  match((a, b) => a.name !== undefined && a.name === b.name && sameSchema(a.schema, b.schema));
  match((a, b) => sameSchema(a.schema, b.schema));
  match((a, b) => a.name !== undefined && a.name === b.name);
  match((a, b) => (a.name === undefined) !== (b.name === undefined) && sameAssertions(a.schema.withoutNull, b.schema.withoutNull));
  match((a, b) => a.name === undefined && b.name === undefined && alikeInKind(a.schema, b.schema));
  return { pairs, removed, added };
}

/** Two schemas without a name are versions of each other when their types are the same and they share most of their properties. */
function alikeInKind(a: Schema, b: Schema): boolean {
  const types = (schema: Schema) => [...(schema.types ?? [])].sort().join();
  if (types(a) !== types(b)) return false;
  if (a.values || b.values || types(a) === '') return false;
  const names = [...a.properties.keys()];
  const shared = names.filter((name) => b.properties.has(name)).length;
  return names.length === 0 ? b.properties.size === 0 : shared * 2 >= Math.max(names.length, b.properties.size);
}
