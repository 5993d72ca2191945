import type { Document } from 'yaml';
import { DocumentError, type DocumentErrorCode, locationAt } from './document-error.ts';
import { DEEPEST } from './json-text.ts';
import { plainYamlPlaces, readPlainYaml } from './plain-yaml.ts';
import { duplicateKey } from './yaml-keys.ts';
import { yamlLibrary } from './yaml-library.ts';
import { readWords } from './yaml-words.ts';

/** Aliases that a document may expand to; far above what people write, far below what a bomb needs. */
const MOST_ALIASES = 10_000;

/** Up to this length the tree is kept for its places; that of a longer text takes more room than making it again takes time. */
const KEPT = 100_000;

export interface YamlText {
  readonly value: unknown;
  /** The offset of what the keys lead to (its key, for the member of an object), or of the deepest part that exists. */
  readonly find: (keys: readonly string[]) => number;
}

/** Parses YAML 1.2 with merge keys; duplicate keys, alias bombs and nesting without end are errors with a place. */
export function parseYamlText(text: string, file: string): YamlText {
  refuseIndentDepth(text, file);
  const plain = readPlainYaml(text);
  if (!plain) return parseAnyYaml(text, file);
  let places: YamlText['find'] | undefined;
  return {
    value: plain.value,
    find: (keys) => {
      places ??= plainYamlPlaces(text);
      return places(keys);
    },
  };
}

/** The same by the library that knows all of YAML, and of every mistake its place. */
export function parseAnyYaml(text: string, file: string): YamlText {
  const document = parseTree(text, file);
  try {
    readWords(document);
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    refuseDepth(value, file);
    const members: Members = new WeakMap();
    let tree = text.length <= KEPT ? document : undefined;
    return {
      value,
      find: (keys) => {
        tree ??= treeOf(text);
        return offsetOf(tree, keys, members);
      },
    };
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    const code = (error as Error).message.startsWith('Excessive alias') ? 'too-many-aliases' : 'not-yaml';
    throw new DocumentError(code, `this YAML cannot be expanded: ${(error as Error).message}`, { file, line: 1, column: 1 });
  }
}

/** In words for people who do not know the parser. */
const REASONS: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'a second document begins here; one is expected',
};

function parseTree(text: string, file: string): Document {
  try {
    const document = treeOf(text);
    const error = document.errors.find(({ code }) => code !== 'NON_STRING_KEY');
    const twice = error ? undefined : duplicateKey(document);
    if (twice !== undefined) throw new DocumentError('duplicate-key', 'the same key is there twice', locationAt(file, text, twice));
    if (!error) return document;
    const deep = error.message.includes('call stack');
    const code: DocumentErrorCode = deep ? 'too-deep' : 'not-yaml';
    throw new DocumentError(
      code,
      deep ? 'nested too deeply' : (REASONS[error.code] ?? error.message),
      locationAt(file, text, error.pos[0]),
    );
  } catch (error) {
    if (error instanceof RangeError) throw new DocumentError('too-deep', 'nested too deeply', { file, line: 1, column: 1 });
    throw error;
  }
}

function treeOf(text: string): Document {
  // Keys are text in JSON: the response `200` and the property `1.10` are called as they are written.
  return yamlLibrary().parseDocument(text, { merge: true, prettyErrors: false, stringKeys: true, uniqueKeys: false, logLevel: 'error' });
}

/** The YAML parser recurses, so a line that opens thousands of flow collections must not reach it. */
function refuseIndentDepth(text: string, file: string): void {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 91 || char === 123) depth++;
    else if (char === 93 || char === 125) depth = Math.max(0, depth - 1);
    else if (char === 10 && /[\w"'-]/.test(text[at + 1] ?? '')) depth = 0;
    if (depth > DEEPEST) throw new DocumentError('too-deep', `nested deeper than ${DEEPEST} levels`, locationAt(file, text, at));
  }
}

/** Walks each shared object once, so that an alias costs nothing. */
function refuseDepth(root: unknown, file: string): void {
  const seen = new Set<unknown>();
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new DocumentError('too-deep', `nested deeper than ${DEEPEST} levels`, { file, line: 1, column: 1 });
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null || seen.has(value)) continue;
      seen.add(value);
      for (const child of Object.values(value)) next.push(child);
    }
    level = next;
  }
}

/** The items of collections by key, made when a place in them is asked for. */
type Members = WeakMap<object, Map<string, { key?: unknown; value?: unknown }>>;

function offsetOf(tree: Document, keys: readonly string[], members: Members): number {
  const { isCollection, isNode, isPair, isScalar } = yamlLibrary();
  const startOf = (node: unknown) => (isNode(node) ? node.range?.[0] : undefined);
  const nameOf = (candidate: unknown) => String(isScalar(candidate) ? candidate.value : candidate);
  const membersOf = (collection: { items: unknown[] }) => {
    const known = members.get(collection);
    if (known) return known;
    const pairs = (collection.items as { key?: unknown; value?: unknown }[]).filter((item) => isPair(item));
    const found = new Map(pairs.map((pair) => [nameOf(pair.key), pair]));
    members.set(collection, found);
    return found;
  };
  let node: unknown = tree.contents;
  let offset = startOf(node) ?? 0;
  for (const key of keys) {
    if (!isCollection(node)) break;
    const pair = membersOf(node).get(key);
    const next = pair ? pair.value : node.items[Number(key)];
    if (next === undefined) break;
    offset = startOf(pair ? pair.key : next) ?? offset;
    node = next;
  }
  return offset;
}
