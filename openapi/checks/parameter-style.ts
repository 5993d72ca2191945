import type { Document } from '../document/document.ts';
import type { Parameter } from '../document/parameters.ts';

const DEFAULTS: Readonly<Record<string, string>> = { query: 'form', cookie: 'form', path: 'simple', header: 'simple' };

/** Swagger 2.0's names for how a list is written; a comma is the default. */
const COLLECTIONS: Readonly<Record<string, string>> = {
  csv: 'form',
  multi: 'form exploded',
  ssv: 'spaceDelimited',
  pipes: 'pipeDelimited',
  tsv: 'tabDelimited',
};

/** How a value is written in the URL or header, in words that are equal when the writing is; undefined when the type decides it. */
export function styleOf(parameter: Parameter, document: Document): string | undefined {
  const { node, in: where, mediaType, schema } = parameter;
  if (mediaType !== undefined) return mediaType;
  const fallback = DEFAULTS[where] ?? 'form';
  const style = node.string('style') ?? fallback;
  // One value is written the same with and without explode, and in all the styles of a query.
  const types = schema && [document.references.follow(schema).member('type')].flat();
  if (!types?.some((type) => type === 'array' || type === 'object')) return undefined;
  if (schema?.value === node.value)
    return fallback === 'simple' ? 'simple' : (COLLECTIONS[node.string('collectionFormat') ?? 'csv'] ?? 'form');
  const exploded = node.member('explode') ?? style === 'form';
  return exploded === true && style !== 'deepObject' ? `${style} exploded` : style;
}
