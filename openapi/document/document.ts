import { composedRoot, refuseVersions } from './compose.ts';
import type { Location } from './document-error.ts';
import { isObject, Node } from './node.ts';
import { withoutPrefix } from './prefix.ts';
import type { Read } from './reader.ts';
import { References } from './references.ts';
import type { Source } from './source.ts';

export type SpecVersion = '2.0' | '3.0' | '3.1' | '3.2';

/** A few lines of a file, and the place among them that they are about. */
export interface Excerpt {
  readonly location: Location;
  /** The number of the first line. */
  readonly first: number;
  readonly lines: readonly string[];
}

/** What makes an API of more, or of something else, than one file as it is. */
export interface Shape {
  /** Files that are put together with the first. */
  readonly others?: readonly Source[];
  /** What the whole is called, where it is not one file. */
  readonly name?: string | undefined;
  /** Taken from the beginning of paths. */
  readonly stripPrefix?: string | undefined;
}

/** An OpenAPI document of any version: what it holds is looked at lazily. */
export class Document {
  readonly file: string;
  readonly version: SpecVersion;
  readonly root: Node;
  readonly references: References;
  readonly #source: Source;

  constructor(source: Source, read?: Read, { others = [], name, stripPrefix }: Shape = {}) {
    this.#source = source;
    this.file = name ?? source.file;
    const sources = [source, ...others];
    const versions = sources.map(versionOf);
    refuseVersions(sources, versions);
    this.version = versions[0] as SpecVersion;
    for (const each of sources) refuseLists(each);
    this.references = new References(source, read, others);
    const root = others.length > 0 ? composedRoot(sources, this.references) : new Node(source.value, source);
    this.root = stripPrefix === undefined ? root : withoutPrefix(root, stripPrefix);
  }

  /** The version that the API gives itself (`info.version`), if it does. */
  get apiVersion(): string | undefined {
    const version = this.root.at('info', 'version')?.value;
    return version === undefined || version === null ? undefined : String(version);
  }

  get title(): string | undefined {
    return this.root.get('info')?.string('title');
  }

  /** Where in the files a pointer of a Change stands. */
  locate(pointer: string): Location {
    const [source, fragment] = this.#sourceOf(pointer);
    return source.locate(fragment);
  }

  /** The text around such a place. */
  excerpt(pointer: string, context: number): Excerpt {
    const [source, fragment] = this.#sourceOf(pointer);
    const location = source.locate(fragment);
    return { location, ...source.linesAround(location, context) };
  }

  #sourceOf(pointer: string): [source: Source, fragment: string] {
    const [file, fragment] = pointer === '' || pointer.startsWith('/') ? [undefined, pointer] : pointer.split('#', 2);
    if (file === undefined) return [this.#source, fragment ?? ''];
    // The file was read when the change was found; its name is how it was found, not a path from the main document.
    return [this.references.sourceOf(file) ?? this.#source, fragment ?? ''];
  }

  /** How a Change names a node: a JSON pointer, with the file before it when that is not the main one. */
  pointerTo(node: Node): string {
    return node.source === this.#source ? node.pointer : `${node.source.file}#${node.pointer}`;
  }
}

/** A list or text in their place would pass for an API without any. */
function refuseLists(source: Source): void {
  for (const key of ['info', 'paths', 'components', 'webhooks', 'definitions']) {
    const value = isObject(source.value) ? source.value[key] : undefined;
    if (value !== undefined && value !== null && !isObject(value))
      throw source.error('not-openapi', `this is not an OpenAPI document: \`${key}\` must be an object`, `/${key}`);
  }
}

function versionOf(source: Source): SpecVersion {
  const { value } = source;
  if (!isObject(value)) throw source.error('not-openapi', 'this is not an OpenAPI document: an object is expected');
  const stated = value.openapi ?? value.swagger;
  if (stated === undefined)
    throw source.error('not-openapi', 'this is not an OpenAPI document: neither `openapi` nor `swagger` says a version');
  const version = /^(2\.0|3\.[012])(\.|$|-)/.exec(String(stated) === '2' ? '2.0' : String(stated))?.[1];
  if (!version) {
    const key = value.openapi === undefined ? 'swagger' : 'openapi';
    throw source.error('unsupported-version', `version ${String(stated)} is not one of 2.0, 3.0, 3.1, 3.2`, `/${key}`);
  }
  return version as SpecVersion;
}
