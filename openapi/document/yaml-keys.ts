import type { Document, Pair } from 'yaml';
import { yamlLibrary } from './yaml-library.ts';

/** The offset of the first key that its map has already; the library compares each key with all others, which takes minutes for 40,000. */
export function duplicateKey(tree: Document): number | undefined {
  const { isCollection, isMap, isPair, isScalar } = yamlLibrary();
  const found: number[] = [];
  const open: unknown[] = [tree.contents];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isCollection(node)) continue;
    const keys = new Set<unknown>();
    for (const item of node.items) {
      const { key, value } = isPair(item) ? (item as Pair) : { key: undefined, value: item };
      if (value !== null && value !== undefined) open.push(value);
      if (!isMap(node) || !isScalar(key) || key.value === '<<') continue;
      if (keys.has(key.value)) found.push(key.range?.[0] ?? 0);
      keys.add(key.value);
    }
  }
  return found.length > 0 ? found.reduce((first, offset) => Math.min(first, offset)) : undefined;
}
