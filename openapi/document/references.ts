import type { Node } from './node.ts';
import { type Read, readerOf } from './reader.ts';
import { Resources } from './resources.ts';
import type { Source } from './source.ts';
import { Unfollowed } from './unfollowed.ts';

type Keyword = '$ref' | '$dynamicRef' | '$recursiveRef';

/**
 * Follows references, lazily: a file is read when something in it is asked for. Nothing throws: what cannot be followed is an
 * `Unfollowed` node, the same for the same reference, and is kept for whoever tells what was not compared.
 */
export class References {
  readonly #resources: Resources;
  /** By file and text. */
  readonly #unfollowed = new Map<string, Unfollowed>();
  /** By the part of a file that a reference counts from, then by its text. */
  readonly #resolved = new Map<unknown, Map<string, Node>>();

  constructor(main: Source, read?: Read, others: readonly Source[] = []) {
    this.#resources = new Resources([main, ...others], readerOf(read));
  }

  /** Every reference that was asked for and could not be followed, once. */
  get unfollowed(): readonly Unfollowed[] {
    return [...this.#unfollowed.values()];
  }

  /** What a node stands for after its `$ref`s: a chain of them, guarded against circles. */
  follow(node: Node): Node {
    let current = node;
    const seen = new Set<unknown>();
    while (current.string('$ref') !== undefined) {
      if (seen.has(current.value)) return this.circle(node);
      seen.add(current.value);
      current = this.resolve(current);
    }
    return current;
  }

  /** The same for whoever only looks: undefined where it cannot be followed, of which nobody is told. */
  peek(node: Node): Node | undefined {
    let current = node;
    for (let hops = 0; current.string('$ref') !== undefined; hops++) {
      if (hops > 100) return undefined;
      current = this.#find(current, '$ref');
    }
    return current instanceof Unfollowed ? undefined : current;
  }

  /** The node that a reference names: the `$ref` of a node, or where a `$dynamicRef` leads when nothing binds it. */
  resolve(from: Node, keyword: Keyword = '$ref'): Node {
    const found = this.#find(from, keyword);
    return found instanceof Unfollowed ? this.#keep(found) : found;
  }

  /** All that the reference of a node can mean, without a choice between several; nothing when it leads nowhere. */
  candidates(from: Node, keyword: Keyword): readonly Node[] {
    try {
      return this.#resources.candidates(from.string(keyword) ?? '', this.#resources.around(from));
    } catch {
      return [];
    }
  }

  /** For a reference that leads somewhere, and still says nothing. */
  refuse(from: Node, { keyword, reason }: { keyword: Keyword; reason: string }): Unfollowed {
    return this.#keep(new Unfollowed(from, { keyword, reason }));
  }

  /** For a reference that only leads back to itself. */
  circle(from: Node, keyword: Keyword = '$ref'): Unfollowed {
    return this.refuse(from, { keyword, reason: 'it only leads back to itself' });
  }

  /** A file that has been read already, by its name. */
  sourceOf(file: string): Source | undefined {
    return this.#resources.sourceOf(file);
  }

  #find(from: Node, keyword: Keyword): Node {
    const reference = from.string(keyword) ?? '';
    const resource = this.#resources.around(from);
    const known = this.#resolved.get(resource.value) ?? new Map<string, Node>();
    this.#resolved.set(resource.value, known);
    const found = known.get(reference) ?? this.#look(from, { keyword, reference, resource });
    known.set(reference, found);
    return found;
  }

  #look(from: Node, { keyword, reference, resource }: { keyword: Keyword; reference: string; resource: Node }): Node {
    try {
      return this.#resources.find(reference, resource);
    } catch (error) {
      return new Unfollowed(from, { keyword, reason: (error as Error).message });
    }
  }

  #keep(unfollowed: Unfollowed): Unfollowed {
    const key = `${unfollowed.source.file}\n${unfollowed.reference}`;
    const known = this.#unfollowed.get(key);
    if (!known) this.#unfollowed.set(key, unfollowed);
    return known ?? unfollowed;
  }
}
