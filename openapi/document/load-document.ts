import { readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { Document, type Shape } from './document.ts';
import { DocumentError } from './document-error.ts';
import { readFiles, repositoryAround, type UrlMap } from './read-files.ts';
import type { Read } from './reader.ts';
import { Source } from './source.ts';

/** A document that is already in memory; `name` is what errors call it, and its ending says JSON or YAML. */
export interface DocumentText {
  readonly name: string;
  readonly text: string;
}

export interface LoadOptions {
  /** Reads what a `$ref` to another file or URL names. Without it, a document in memory may only refer to itself. */
  readonly read?: Read;
  /** The folder in which files are that references may lead to; the git repository around the document, else its own folder. */
  readonly root?: string | undefined;
  /** Folders that hold what would be fetched from URLs. */
  readonly maps?: readonly UrlMap[] | undefined;
  /** Taken from the beginning of paths: `/api/v1`. */
  readonly stripPrefix?: string | undefined;
}

/**
 * Loads an OpenAPI or Swagger document from a file path or from memory; synchronous. From a path, references are followed to files
 * within the root; URLs never, unless they are mapped or `read` does. Throws DocumentError when the document itself cannot be read;
 * a reference that leads nowhere is told when it is asked for.
 */
export function loadDocument(from: string | DocumentText, options: LoadOptions = {}): Document {
  const { name, text } = typeof from === 'string' ? { name: from, text: readText(from) } : from;
  return new Document(new Source(name, text), options.read ?? readerFor(from, options), { stripPrefix: options.stripPrefix });
}

/**
 * Loads several documents as one API, called by one name; references in each count from its own file. Throws DocumentError where
 * two contradict each other, as when both have an operation of the same method and path.
 */
export function loadDocuments(name: string, files: readonly [DocumentText, ...DocumentText[]], options: LoadOptions = {}): Document {
  const [first, ...others] = files.map((file) => new Source(file.name, file.text));
  const shape: Shape = { others, name, stripPrefix: options.stripPrefix };
  const folder = commonFolder(files.map((file) => dirname(resolve(file.name))));
  const root = options.root ?? repositoryAround(folder) ?? folder;
  return new Document(first as Source, options.read ?? readFiles({ ...options, root }), shape);
}

function readerFor(from: string | DocumentText, { root, maps }: LoadOptions): Read | undefined {
  if (typeof from !== 'string') return root !== undefined || maps?.length ? readFiles({ root, maps }) : undefined;
  const folder = dirname(resolve(from));
  return readFiles({ root: root ?? repositoryAround(folder) ?? folder, maps, main: from });
}

/** The lowest folder that all of them are or lie in. */
function commonFolder(folders: readonly string[]): string {
  let common = folders[0] ?? '';
  for (const folder of folders) while (folder !== common && !folder.startsWith(join(common, sep))) common = dirname(common);
  return common;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new DocumentError('not-found', `cannot be read: ${(error as Error).message}`, { file, line: 1, column: 1 });
  }
}
