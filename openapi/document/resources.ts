import { pathToFileURL } from 'node:url';
import { addressFrom } from './address.ts';
import { type Embedded, embeddedIn } from './embedded.ts';
import { isObject, Node } from './node.ts';
import { decoded, splitPointer } from './pointer.ts';
import type { Reader } from './reader.ts';
import type { Source } from './source.ts';

/** Made once: noting the stack for each of 100,000 takes seconds. */
const NOWHERE = new Error('it leads nowhere');

/**
 * What references can name: files, the schemas in them that `$id` gives an address of their own (JSON Schema 2020-12, 8.2), and
 * anchors. A reference counts from the nearest `$id` around it, or else from its file (`$self` in OpenAPI 3.2).
 */
export class Resources {
  readonly #reader: Reader;
  readonly #roots = new Map<Source, Node>();
  readonly #embedded = new Map<Source, Embedded>();

  constructor(mains: readonly Source[], reader: Reader) {
    this.#reader = reader;
    for (const main of mains) reader.sources.set(main.file, main);
  }

  sourceOf(file: string): Source | undefined {
    return this.#reader.sources.get(file);
  }

  /** The part of a file that a reference in it counts from: the nearest schema with an `$id`, or the whole. */
  around(node: Node): Node {
    if (!node.source.mentions('$id')) return this.#root(node.source);
    for (let at: Node | undefined = node.original; at; at = at.parent?.original) if (at.parent && at.string('$id') !== undefined) return at;
    return this.#root(node.source);
  }

  /** What a reference within a resource names. Throws an Error that says why nothing is found. */
  find(reference: string, resource: Node): Node {
    const [found, another] = this.candidates(reference, resource);
    if (!found) throw NOWHERE;
    if (another) throw new Error(`several places are called ${reference}: ${found.pointer} and ${another.pointer}`);
    const { value } = found;
    if (Array.isArray(value) || typeof value === 'string' || typeof value === 'number')
      throw new Error(`it leads to a ${Array.isArray(value) ? 'list' : typeof value === 'string' ? 'text' : 'number'}`);
    return found;
  }

  /** Everything that a reference can name: several, when an anchor is there several times. */
  candidates(reference: string, resource: Node): readonly Node[] {
    const hash = reference.indexOf('#');
    const [location, fragment] = hash < 0 ? [reference, ''] : [reference.slice(0, hash), reference.slice(hash + 1)];
    const target = location === '' ? resource : this.#open(location, resource);
    // Most tools read the pointers of a schema with an `$id` from the top of the file.
    const found = this.#within(target, fragment);
    return found.length > 0 ? found : this.#within(this.#root(target.source), fragment);
  }

  #within(resource: Node, fragment: string): readonly Node[] {
    if (fragment === '') return [resource];
    if (!fragment.startsWith('/')) return this.#embeddedIn(resource.source).anchorsIn(resource, decoded(fragment));
    const found = resource.at(...splitPointer(decoded(fragment))) ?? resource.at(...splitPointer(fragment));
    return found ? [found] : [];
  }

  #open(location: string, resource: Node): Node {
    const { source } = resource;
    const address = addressFrom(location, this.#addressOf(resource));
    for (const known of [source, ...this.#reader.sources.values()]) {
      if (!known.mentions('$id') && !known.mentions('$self')) continue;
      const found =
        address && (address === this.#addressOf(this.#root(known)) ? this.#root(known) : this.#embeddedIn(known).byAddress(address));
      if (found) return found;
    }
    // An address that is no file's own name may still be mapped to one; else the file may lie beside this one.
    const stated = resource.parent !== undefined || source.mentions('$self');
    if (stated && address && !address.startsWith('file:'))
      try {
        return this.#root(this.#reader.open(address, source));
      } catch (error) {
        if (location === address) throw error;
      }
    return this.#root(this.#reader.open(location, source));
  }

  #root(source: Source): Node {
    const root = this.#roots.get(source) ?? new Node(source.value, source);
    this.#roots.set(source, root);
    return root;
  }

  #addressOf(resource: Node): string {
    if (resource.parent) return this.#embeddedIn(resource.source).addressOf(resource);
    return ownAddress(resource.source);
  }

  #embeddedIn(source: Source): Embedded {
    const embedded = this.#embedded.get(source) ?? embeddedIn(this.#root(source), ownAddress(source));
    this.#embedded.set(source, embedded);
    return embedded;
  }
}

function ownAddress({ file, value }: Source): string {
  const base = pathToFileURL(file).href;
  // A file that is one schema may state its own `$id`; an OpenAPI document (3.2), its `$self`.
  const stated = isObject(value) ? (value.$self ?? value.$id) : undefined;
  return (typeof stated === 'string' ? addressFrom(stated, base) : undefined) ?? base;
}
