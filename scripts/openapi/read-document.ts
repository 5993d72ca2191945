import { statSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { type Document, loadDocument } from '@concordat/openapi';
import type { DocumentOptions } from './document-options.ts';
import { readBytes, textOf, unreadable } from './readable-text.ts';

/** Reads the document at a place: a file, `-` for standard input, or git:REVISION:PATH. Throws DocumentError with the line and column of a mistake. */
export async function readDocument(place: string, { root, map: maps }: DocumentOptions = {}): Promise<Document> {
  if (place === '-') return loadDocument({ name: '<stdin>', text: textOf(await buffer(process.stdin), '<stdin>') }, { root, maps });
  if (place.startsWith('git:')) return (await import('./read-from-git.ts')).readFromGit(place, maps);
  if (/^https?:\/\//i.test(place)) throw unreadable(place, 'URLs are not fetched; download the document first, or pipe it in and say -');
  const bytes = readBytes(place);
  const text = textOf(bytes, place);
  // What a shell's <(command) names can be read once only, and nothing lies beside it.
  return statSync(place).isFile() ? loadDocument(place, { root, maps }) : loadDocument({ name: place, text }, { root, maps });
}
