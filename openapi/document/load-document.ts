import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { Document } from './document.ts';
import { DocumentError } from './document-error.ts';
import type { Read } from './references.ts';
import { Source } from './source.ts';

/** A document that is already in memory; `name` is what errors call it, and its ending says JSON or YAML. */
export interface DocumentText {
  readonly name: string;
  readonly text: string;
}

export interface LoadOptions {
  /** Reads what a `$ref` to another file or URL names. Without it, a document in memory may only refer to itself. */
  readonly read?: Read;
}

/**
 * Loads an OpenAPI or Swagger document from a file path or from memory; synchronous. From a path, relative references are
 * followed within the folder of the document and below; URLs never, unless `read` does. Throws DocumentError.
 */
export function loadDocument(from: string | DocumentText, options: LoadOptions = {}): Document {
  if (typeof from !== 'string') return new Document(new Source(from.name, from.text), options.read);
  const text = readText(from);
  return new Document(new Source(from, text), options.read ?? readBelow(dirname(resolve(from))));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new DocumentError('not-found', `cannot be read: ${(error as Error).message}`, { file, line: 1, column: 1 });
  }
}

/** Guards against a published document that refers to /etc/passwd or to a link that leads there. */
function readBelow(folder: string): Read {
  return (location, from) => {
    if (/^[a-z][a-z\d+.-]+:/i.test(location)) throw new Error('URLs are not fetched');
    const file = resolve(dirname(from), decodeURIComponent(location));
    // Before anything is looked up, so that nobody learns what there is elsewhere; and again for what links lead to.
    refuseOutside(file, folder);
    if (!existsSync(file)) throw new Error('there is no such file');
    const real = realpathSync(file);
    refuseOutside(real, realpathSync(folder));
    return { file: relative(process.cwd(), file) || file, text: readFileSync(real, 'utf8') };
  };
}

function refuseOutside(file: string, folder: string): void {
  if (!`${file}${sep}`.startsWith(`${folder}${sep}`)) throw new Error('it lies outside the folder of the document');
}
