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

/**
 * Makes text of what YAML reads as a number, yes or null where OpenAPI knows only text: the values of members that are names and
 * versions. Where it is a value of the API, it stays what it is.
 */
export function readWords(tree: Document): void {
  const { isMap, isPair, isScalar, isSeq } = yamlLibrary();
  const asWritten = (node: unknown) => {
    if (isScalar(node) && typeof node.value !== 'string' && node.source) node.value = node.source;
  };
  const open: { node: unknown; named: boolean }[] = [{ node: tree.contents, named: false }];
  for (let at = open.pop(); at; at = open.pop()) {
    if (isSeq(at.node)) for (const item of at.node.items) open.push({ node: item, named: false });
    if (!isMap(at.node)) continue;
    for (const { key, value } of at.node.items as Pair[]) {
      const name = isScalar(key) ? String(key.value) : '';
      if (!at.named && TEXT.has(name)) asWritten(value);
      if (!at.named && NAMES.has(name) && isSeq(value)) for (const item of value.items) if (!isPair(item)) asWritten(item);
      if (at.named || !(VALUES.has(name) || name.startsWith('x-'))) open.push({ node: value, named: !at.named && NAMED.has(name) });
    }
  }
}
