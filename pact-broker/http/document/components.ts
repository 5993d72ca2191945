import type { TSchema } from 'typebox';

/** A schema as it stands in the document: what it refers to is named instead of repeated. */
export type DocumentSchema = Record<string, unknown>;

/** Gathers the schemas that have a name (`$id`), wherever they stand in others, and puts references in their places. */
export class Components {
  readonly schemas: Record<string, DocumentSchema> = {};
  readonly #seen = new Map<string, TSchema>();

  refer(schema: TSchema): DocumentSchema {
    return this.#in(schema) as DocumentSchema;
  }

  #in(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((entry) => this.#in(entry));
    if (typeof value !== 'object' || value === null) return value;
    const { $id: name, ...schema } = value as Record<string, unknown>;
    if (typeof name !== 'string') return this.#members(schema);
    this.#add(name, schema);
    // What is said of it where it stands goes along with the reference.
    const { description } = schema;
    return description === this.schemas[name]?.description
      ? { $ref: `#/components/schemas/${name}` }
      : { $ref: `#/components/schemas/${name}`, description };
  }

  #add(name: string, schema: Record<string, unknown>): void {
    const { description: _description, ...rest } = schema;
    const known = this.#seen.get(name);
    if (known === undefined) {
      this.#seen.set(name, rest);
      this.schemas[name] = this.#members(schema);
    } else if (JSON.stringify(known) !== JSON.stringify(rest)) throw new Error(`Two schemas are called ${name}.`);
  }

  #members(schema: Record<string, unknown>): DocumentSchema {
    return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, this.#in(value)]));
  }
}
