import type { Parameter } from '../document/parameters.ts';

const DEFAULTS: Readonly<Record<string, string>> = { query: 'form', cookie: 'form', path: 'simple', header: 'simple' };

/** Swagger 2.0's names for how a list is written. */
const COLLECTIONS: Readonly<Record<string, string>> = {
  csv: 'form',
  multi: 'form exploded',
  ssv: 'spaceDelimited',
  pipes: 'pipeDelimited',
  tsv: 'tabDelimited',
};

/** How a value is written in the URL or header, in words that are equal when the writing is. */
export function styleOf(parameter: Parameter): string {
  const { node, in: where, mediaType, schema } = parameter;
  if (mediaType !== undefined) return mediaType;
  const compound = ['array', 'object'].includes(String(schema?.member('type')));
  const collection = node.string('collectionFormat');
  const style = node.string('style') ?? DEFAULTS[where] ?? 'form';
  // One value is written the same with and without explode, and in all the styles of a query.
  if (!compound) return where === 'path' && style !== 'simple' ? style : 'plain';
  if (collection) return COLLECTIONS[collection] ?? collection;
  const exploded = node.member('explode') ?? style === 'form';
  if (schema?.source === node.source && schema.value === node.value) return where === 'path' || where === 'header' ? style : 'form';
  return exploded === true && style !== 'deepObject' ? `${style} exploded` : style;
}
