import type { Schema } from './schema.ts';

/** A schema and the members of its allOf, and theirs. */
export function withMembers(schema: Schema): Schema[] {
  const found = new Set<Schema>();
  const open = [schema];
  for (let next = open.pop(); next; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...next.allOf.map((branch) => branch.schema));
  }
  return [...found];
}

/** A property as the schema declares it, itself or by allOf. */
export function effectiveProperty(schema: Schema, name: string): Schema | undefined {
  for (const member of withMembers(schema)) {
    const property = member.properties.get(name);
    if (property) return property;
  }
  return undefined;
}

export function requiresEffectively(schema: Schema, name: string): boolean {
  return withMembers(schema).some((member) => member.required.has(name));
}
