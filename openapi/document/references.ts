import type { DocumentError, DocumentErrorCode } from './document-error.ts';
import { Node } from './node.ts';
import { fragmentPointer, joinPointer, splitPointer } from './pointer.ts';
import { Source } from './source.ts';

/** Gives the text of another file that a document refers to; throws when there is none. */
export type Read = (location: string, from: string) => { file: string; text: string };

/** Follows `$ref`s, lazily: a file is read when something in it is asked for. */
export class References {
  readonly #read: Read | undefined;
  readonly #sources = new Map<string, Source>();
  readonly #resolved = new Map<Source, Map<string, Node>>();

  constructor(main: Source, read?: Read) {
    this.#read = read;
    this.#sources.set(main.file, main);
  }

  /** What a node stands for after its `$ref`s (a chain of them, guarded against circles). Throws DocumentError. */
  follow(node: Node): Node {
    let current = node;
    for (let hops = 0; current.string('$ref') !== undefined; hops++) {
      if (hops > 100) throw mistake(current, 'broken-reference', `the reference ${current.string('$ref')} only leads back to itself`);
      current = this.resolve(current);
    }
    return current;
  }

  /** The node that the `$ref` of a node names. Throws DocumentError when it leads nowhere or outside what may be read. */
  resolve(from: Node): Node {
    const reference = from.string('$ref') ?? '';
    const [location = '', fragment = ''] = reference.split('#', 2);
    const source = location === '' ? from.source : this.#open(location, from);
    const known = this.#resolved.get(source)?.get(fragment);
    if (known) return known;
    const found = find(source, fragmentPointer(fragment));
    if (!found) throw mistake(from, 'broken-reference', `the reference ${reference} leads nowhere`);
    if (!this.#resolved.has(source)) this.#resolved.set(source, new Map());
    this.#resolved.get(source)?.set(fragment, found);
    return found;
  }

  /** A file that has been read already, by its name. */
  sourceOf(file: string): Source | undefined {
    return this.#sources.get(file);
  }

  #open(location: string, from: Node): Source {
    if (!this.#read) {
      const hint = 'only references within the document can be followed here';
      throw mistake(from, 'outside-reference', `the reference to ${location} was not followed: ${hint}`);
    }
    try {
      const { file, text } = this.#read(location, from.source.file);
      const source = this.#sources.get(file) ?? new Source(file, text);
      this.#sources.set(file, source);
      return source;
    } catch (error) {
      throw mistake(from, 'broken-reference', `the reference to ${location} cannot be read: ${(error as Error).message}`);
    }
  }
}

function mistake(from: Node, code: DocumentErrorCode, reason: string): DocumentError {
  return from.source.error(code, reason, joinPointer(from.pointer, '$ref'));
}

function find(source: Source, fragment: string): Node | undefined {
  const root = new Node(source.value, source);
  if (fragment === '' || fragment.startsWith('/')) return root.at(...splitPointer(fragment));
  return findAnchor(root, fragment);
}

/** `#name` is an `$anchor` somewhere in the file. */
function findAnchor(root: Node, anchor: string): Node | undefined {
  const open = [root];
  const seen = new Set<unknown>();
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node.value)) continue;
    seen.add(node.value);
    if (node.member('$anchor') === anchor || node.member('$dynamicAnchor') === anchor) return node;
    for (const [, child] of node.entries()) if (typeof child.value === 'object') open.push(child);
  }
  return undefined;
}
