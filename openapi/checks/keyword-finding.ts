import type { Node } from '../document/node.ts';
import type { Schema } from '../schema/schema.ts';

/** A change of a keyword, before it is known at what kind of place: there it gets its rule. */
export interface KeywordFinding {
  /** The end of a rule's id: `max-decreased`. */
  readonly suffix: string;
  readonly base?: Node | undefined;
  readonly revision?: Node | undefined;
  /** What follows the rule's phrase: `from 10 to 5`. */
  readonly detail?: string;
  /** Tells apart what one keyword can change several times: the value of an enum, the name of a property. */
  readonly item?: string;
  /** Lower than its rule's, where the documents show that it does less harm here. */
  readonly level?: 'info' | 'warning';
  /** What stood and stands behind a name: the question for these two decides how bad it is. */
  readonly leads?: { readonly base: Schema; readonly revision: Schema };
  /** The alternative that came or went: its values show it. */
  readonly alternative?: Schema;
}

export type KeywordCheck = (base: Schema, revision: Schema) => KeywordFinding[];

/** Where a keyword stands, or the schema where it would stand. */
export function keywordAt(schema: Schema, ...keys: string[]): Node {
  return schema.node.at(...keys) ?? (keys.length > 1 ? keywordAt(schema, ...keys.slice(0, -1)) : schema.node);
}

/** The places of a keyword on both sides, of which one may not have it. */
export function sidesOf(base: Schema, revision: Schema, ...keys: string[]): Pick<KeywordFinding, 'base' | 'revision'> {
  return { base: keywordAt(base, ...keys), revision: keywordAt(revision, ...keys) };
}

/** Whether a keyword for one type can matter: a maximum means nothing to strings. */
export function allowsType(schema: Schema, type: 'number' | 'string' | 'array' | 'object'): boolean {
  const { types } = schema;
  return !types || types.has(type) || (type === 'number' && types.has('integer'));
}
