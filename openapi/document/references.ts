import { isObject, Node } from './node.ts';
import { fragmentPointer, splitPointer } from './pointer.ts';
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
    for (let hops = 0; isObject(current.value) && typeof current.value.$ref === 'string'; hops++) {
      if (hops > 100)
        throw current.source.error('broken-reference', `the reference ${current.value.$ref} only leads back to itself`, current.pointer);
      current = this.resolve(current.value.$ref, current);
    }
    return current;
  }

  /** The node that a reference names. Throws DocumentError when it leads nowhere or outside what may be read. */
  resolve(reference: string, from: Node): Node {
    const [location = '', fragment = ''] = reference.split('#', 2);
    const source = location === '' ? from.source : this.#open(location, from);
    const known = this.#resolved.get(source)?.get(fragment);
    if (known) return known;
    const found = find(source, fragmentPointer(fragment));
    if (!found) throw from.source.error('broken-reference', `the reference ${reference} leads nowhere`, from.pointer);
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
      throw from.source.error('outside-reference', `the reference to ${location} was not followed: ${hint}`, from.pointer);
    }
    try {
      const { file, text } = this.#read(location, from.source.file);
      const source = this.#sources.get(file) ?? new Source(file, text);
      this.#sources.set(file, source);
      return source;
    } catch (error) {
      throw from.source.error('broken-reference', `the reference to ${location} cannot be read: ${(error as Error).message}`, from.pointer);
    }
  }
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
