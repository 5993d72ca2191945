import type { Encoding } from '../document/bodies.ts';
import type { Document } from '../document/document.ts';
import { parseMediaType } from '../document/media-type.ts';
import type { Node } from '../document/node.ts';
import type { Parameter } from '../document/parameters.ts';
import { withMembers } from '../schema/effective.ts';
import type { Schema } from '../schema/schema.ts';
import { schemaAt } from '../schema/schema-at.ts';

/** How a value is written in the URL, a header or a form. */
export interface Style {
  /** The same when the writing is. */
  readonly text: string;
  /** One value and a list are written otherwise by their type, which is compared elsewhere. */
  readonly of: 'one value' | 'list' | 'media type';
}

/** A parameter, or a header of an answer. */
type Written = Pick<Parameter, 'node' | 'mediaType' | 'schema'>;

const DEFAULTS: Readonly<Record<string, string>> = { query: 'form', cookie: 'form', path: 'simple', header: 'simple' };

/** Swagger 2.0's names for how a list is written; a comma is the default. */
const COLLECTIONS: Readonly<Record<string, string>> = {
  multi: 'form exploded',
  ssv: 'spaceDelimited',
  pipes: 'pipeDelimited',
  tsv: 'tabDelimited',
};

/** Styles that put something before one value too. */
const MARKED = new Set(['label', 'matrix']);

export function styleOf({ node, mediaType, schema: at }: Written, where: string, document: Document): Style {
  const schema = at && schemaAt(document, at);
  if (mediaType !== undefined) return writtenAs(mediaType, schema);
  const fallback = DEFAULTS[where] ?? 'form';
  return isSwagger(node, at) ? collection(node, fallback, schema) : written(node, fallback, schema);
}

/** How a part of a form is written; undefined where its media type says it. */
export function encodingStyleOf({ encoding, schema, document, mediaType }: Formed): Style | undefined {
  const { type, subtype } = parseMediaType(mediaType);
  if (document.version === '2.0') return encoding && collection(encoding.node, 'form', schema);
  // Only 3.1 and later let a style speak for multipart/form-data.
  const styled = type === 'application' || (subtype === 'form-data' && document.version !== '3.0');
  return styled ? written(encoding?.node, 'form', schema) : undefined;
}

interface Formed {
  readonly encoding: Encoding | undefined;
  readonly schema: Schema | undefined;
  readonly document: Document;
  readonly mediaType: string;
}

export function isRestyled(before: Style | undefined, after: Style | undefined): boolean {
  if (!before || !after || before.text === after.text) return false;
  return before.of === after.of || before.of === 'media type' || after.of === 'media type';
}

/** JSON writes numbers and booleans as plain text does. */
function writtenAs(mediaType: string, schema: Schema | undefined): Style {
  const types = typesOf(schema);
  const plain = /json/.test(mediaType) && types.size > 0 && [...types].every((type) => /^(integer|number|boolean)$/.test(type));
  return plain || mediaType === 'text/plain' ? { text: 'plain text', of: 'one value' } : { text: mediaType, of: 'media type' };
}

const isSwagger = (node: Node, schema: Node | undefined): boolean => schema !== undefined && schema.value === node.value;

function collection(node: Node, fallback: string, schema: Schema | undefined): Style {
  const style = COLLECTIONS[node.string('collectionFormat') ?? 'csv'] ?? fallback;
  if (!isList(typesOf(schema))) return { text: 'plain text', of: 'one value' };
  // Lists of lists name how the inner ones are written.
  const inner = schema?.items && isList(typesOf(schema.items)) ? ` of ${collection(schema.items.node, fallback, schema.items).text}` : '';
  return { text: style + inner, of: 'list' };
}

function written(node: Node | undefined, fallback: string, schema: Schema | undefined): Style {
  const style = node?.string('style') ?? fallback;
  const types = typesOf(schema);
  // One value is written the same with and without explode, and in all the styles of a query.
  if (!isList(types)) return { text: MARKED.has(style) ? style : 'plain text', of: 'one value' };
  const exploded = (node?.member('explode') ?? style === 'form') === true;
  // A list that repeats its name has no separator.
  if (exploded && style.endsWith('Delimited') && !types.has('object')) return { text: 'form exploded', of: 'list' };
  // A list with commas is the same either way; the members of an object are not.
  const matters = style !== 'deepObject' && (style !== 'simple' || types.has('object'));
  return { text: exploded && matters ? `${style} exploded` : style, of: 'list' };
}

function isList(types: ReadonlySet<string>): boolean {
  return types.has('array') || types.has('object');
}

/** The types that the value may have, by the schema, its members and its alternatives. */
function typesOf(schema: Schema | undefined): ReadonlySet<string> {
  if (!schema) return new Set();
  const members = withMembers(schema);
  const branches = members.flatMap(({ anyOf, oneOf }) => [...anyOf, ...oneOf].map((branch) => branch.schema));
  return new Set([...members, ...branches].flatMap(({ types }) => [...(types ?? [])]));
}
