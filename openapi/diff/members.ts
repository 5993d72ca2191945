import type { Branch, Schema } from '../schema/schema.ts';
import { constrains, isNothingBut } from './constrains.ts';
import { type Branches, matchBranches } from './match-branches.ts';

/** The members of allOf on both sides. A schema that was only wrapped in an allOf, or taken out of one, is a member of it. */
export function matchMembers(base: Schema, revision: Schema): Branches {
  const { pairs, removed, added } = matchBranches(membersOf(base, revision), membersOf(revision, base), { last: oneIsInline });
  const nameIn = (list: readonly Branch[], branch: Branch) => String(list.indexOf(branch));
  // A member without a name is only a way to say more: what it says is told, not that it is there.
  const without = removed.filter(isUnnamed).map((branch) => ({
    base: branch.schema,
    revision: typesAlone(branch.schema, revision),
    name: nameIn(base.allOf, branch),
  }));
  const withMore = added.filter(isUnnamed).map((branch) => ({
    base: typesAlone(branch.schema, base),
    revision: branch.schema,
    name: nameIn(revision.allOf, branch),
  }));
  return {
    pairs: [...pairs, ...without, ...withMore],
    removed: removed.filter((branch) => !isUnnamed(branch)),
    added: added.filter((branch) => !isUnnamed(branch)),
  };
}

/** What says only which types there are, where the other side has a member that says more. */
function typesAlone({ raw }: Schema, at: Schema): Schema {
  return at.sibling(raw.type === undefined ? {} : { type: raw.type });
}

function isUnnamed({ name, schema }: Branch): boolean {
  return name === undefined && constrains(schema);
}

/** All members hold at once, so that the one that is written in place is the same one, whatever it says by now. */
function oneIsInline(a: Branch, b: Branch): boolean {
  return (!a.isReference || !b.isReference) && constrains(a.schema) && constrains(b.schema);
}

function membersOf(schema: Schema, other: Schema): readonly Branch[] {
  const wrapped = schema.allOf.length === 0 && other.allOf.length > 0 && isNothingBut(other, ['allOf']) && constrains(schema);
  return wrapped ? [{ schema: schema.withoutNull, name: undefined }] : schema.allOf;
}
