import { isObject } from '../document/node.ts';
import { type Branch, nameOfReference, type Schema } from './schema.ts';

/** Which property of a value says which alternative it is, and by which names. */
export interface Discriminator {
  readonly property: string;
  /** The names on the wire, each with the alternative that it means. */
  readonly names: ReadonlyMap<string, Named>;
  /** What a value without a name is, or with one that nobody knows (OpenAPI 3.2). */
  readonly fallback: Named | undefined;
}

export interface Named {
  /** The name of the component. */
  readonly to: string;
  /** Undefined where the mapping leads to nothing that is an alternative here. */
  readonly branch: Branch | undefined;
}

const known = new WeakMap<Schema, { readonly discriminator: Discriminator | undefined }>();

/**
 * The discriminator of a schema. What no name of the mapping leads to goes by the name of its component. In Swagger 2.0 it is only
 * the name of a property.
 */
export function discriminatorOf(schema: Schema): Discriminator | undefined {
  if (schema.raw.discriminator === undefined) return undefined;
  const found = known.get(schema) ?? { discriminator: read(schema) };
  known.set(schema, found);
  return found.discriminator;
}

function read(schema: Schema): Discriminator | undefined {
  const { discriminator } = schema.raw;
  const branches = alternativesOf(schema);
  if (typeof discriminator === 'string') return { property: discriminator, names: implicit(branches, new Map()), fallback: undefined };
  if (!isObject(discriminator)) return undefined;
  const { propertyName, mapping, defaultMapping } = discriminator;
  const lead = (to: string): Named => {
    const name = nameOfReference(to);
    return { to: name, branch: branches.find((branch) => branch.isReference && branch.name === name) };
  };
  const mapped = new Map(Object.entries(isObject(mapping) ? mapping : {}).map(([name, to]) => [name, lead(String(to))]));
  return {
    property: String(propertyName),
    names: implicit(branches, mapped),
    fallback: typeof defaultMapping === 'string' ? lead(defaultMapping) : undefined,
  };
}

export function alternativesOf(schema: Schema): readonly Branch[] {
  return schema.subtypes.length > 0 ? schema.subtypes : [...schema.oneOf, ...schema.anyOf];
}

function implicit(branches: readonly Branch[], mapped: ReadonlyMap<string, Named>): ReadonlyMap<string, Named> {
  const targets = new Set([...mapped.values()].map(({ to }) => to));
  const names = new Map(mapped);
  for (const branch of branches)
    if (branch.isReference && branch.name !== undefined && !targets.has(branch.name) && !names.has(branch.name))
      names.set(branch.name, { to: branch.name, branch });
  return names;
}

/** The names by which a discriminator calls one of its alternatives. */
export function namesOf({ names }: Discriminator, branch: Branch): string[] {
  return [...names].filter(([, named]) => named.branch?.schema === branch.schema).map(([name]) => name);
}
