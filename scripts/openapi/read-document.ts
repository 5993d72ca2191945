import { statSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { type Document, type LoadOptions, loadDocument, loadDocuments } from '@concordat/openapi';
import type { DocumentOptions } from './document-options.ts';
import { documentsAmong, filesAt, isGlob } from './find-documents.ts';
import { readBytes, textOf, unreadable } from './readable-text.ts';

export interface ReadOptions extends DocumentOptions {
  /** Taken from the beginning of paths. */
  readonly stripPrefix?: string | undefined;
}

/**
 * Reads the API at a place: a file, `-` for standard input, git:REVISION:PATH, or a folder or glob, whose documents are put together.
 * Throws DocumentError with the line and column of a mistake.
 */
export async function readDocument(place: string, { root, map: maps, stripPrefix }: ReadOptions = {}): Promise<Document> {
  const options = { root, maps, stripPrefix };
  if (place === '-') return loadDocument({ name: '<stdin>', text: textOf(await buffer(process.stdin), '<stdin>') }, options);
  if (place.startsWith('git:')) return (await import('./read-from-git.ts')).readFromGit(place, options);
  if (/^https?:\/\//i.test(place)) throw unreadable(place, 'URLs are not fetched; download the document first, or pipe it in and say -');
  const files = filesAt(place);
  if (files) return readTogether(place, files, options);
  const bytes = readBytes(place);
  const text = textOf(bytes, place);
  // What a shell's <(command) names can be read once only, and nothing lies beside it.
  return statSync(place).isFile() ? loadDocument(place, options) : loadDocument({ name: place, text }, options);
}

function readTogether(place: string, files: readonly string[], options: LoadOptions): Document {
  const [first, ...others] = documentsAmong(files.map((name) => ({ name, text: textOf(readBytes(name), name) })));
  if (!first && files.length === 0 && isGlob(place)) throw unreadable(place, 'no file matches');
  if (!first) throw unreadable(place, 'holds no OpenAPI document (*.yaml, *.yml or *.json)');
  return loadDocuments(place, [first, ...others], options);
}
