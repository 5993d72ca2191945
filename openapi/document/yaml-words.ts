import type { Document, Pair } from 'yaml';
import { yamlLibrary } from './yaml-library.ts';

/** Members that are text wherever they stand: `version: 1.10` is not the number 1.1, and `name: on` is no yes. */
const TEXT = new Set(['openapi', 'swagger', '$self', 'version', 'title', 'name', 'operationId', 'propertyName', 'url', 'pattern']);
/** Lists of names. */
const NAMES = new Set(['required', 'tags']);
/** Values of the API, which keep their types. */
const VALUES = new Set(['example', 'examples', 'default', 'const', 'enum', 'value']);
/** Maps from names that people choose: a property may be called `default`. */
const NAMED = new Set(['properties', 'patternProperties', 'schemas', 'definitions', '$defs', 'dependentSchemas']);

/** What a part of a document is: a part of the description, a map from names that people choose, or a value of the API. */
export type Sense = 'description' | 'names' | 'value';

/** What a member of such a part is. */
export function senseOf(name: string, around: Sense): Sense {
  if (around !== 'description') return around === 'names' ? 'description' : 'value';
  if (VALUES.has(name) || name.startsWith('x-')) return 'value';
  return NAMED.has(name) ? 'names' : 'description';
}

export const itemSense = (around: Sense): Sense => (around === 'value' ? 'value' : 'description');

/** Whether a member is text even where YAML reads a number, yes or null; of `required` and `tags` the items are. */
export function isText(name: string, around: Sense): boolean {
  return around === 'description' && TEXT.has(name);
}

export function isNames(name: string, around: Sense): boolean {
  return around === 'description' && NAMES.has(name);
}

/**
 * Makes text of what YAML reads as a number, yes or null where OpenAPI knows only text: the values of members that are names and
 * versions. Where it is a value of the API, it stays what it is.
 */
export function readWords(tree: Document): void {
  const { isMap, isPair, isScalar, isSeq } = yamlLibrary();
  const asWritten = (node: unknown) => {
    if (isScalar(node) && typeof node.value !== 'string' && node.source) node.value = node.source;
  };
  const open: { node: unknown; sense: Sense }[] = [{ node: tree.contents, sense: 'description' }];
  for (let at = open.pop(); at; at = open.pop()) {
    const { node, sense } = at;
    if (isSeq(node)) for (const item of node.items) open.push({ node: item, sense: itemSense(sense) });
    if (!isMap(node)) continue;
    for (const { key, value } of node.items as Pair[]) {
      const name = isScalar(key) ? String(key.value) : '';
      if (isText(name, sense)) asWritten(value);
      if (isNames(name, sense) && isSeq(value)) for (const item of value.items) if (!isPair(item)) asWritten(item);
      const inner = senseOf(name, sense);
      if (inner !== 'value') open.push({ node: value, sense: inner });
    }
  }
}
