import { globSync, statSync } from 'node:fs';
import { matchesGlob, posix } from 'node:path';
import type { DocumentText } from '@concordat/openapi';

/** Files that a folder is searched for. */
const IN_FOLDER = '**/*.{yaml,yml,json}';
const SKIPPED = /(^|[\\/])(node_modules|\.[^\\/.][^\\/]*)[\\/]/;

/** The files that a folder or a glob names, sorted; undefined when the place is neither. */
export function filesAt(place: string): string[] | undefined {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (stat) return stat.isDirectory() ? search(posix.join(place.replaceAll('\\', '/'), IN_FOLDER)) : undefined;
  return isGlob(place) ? search(place) : undefined;
}

function search(pattern: string): string[] {
  const found = globSync(pattern).filter((file) => !SKIPPED.test(file) && statSync(file, { throwIfNoEntry: false })?.isFile());
  return found.sort();
}

export function isGlob(place: string): boolean {
  return /[*?[{]/.test(place);
}

/** The same among the paths of a revision: a folder is a path that others lie below. */
export function matchingPaths(paths: readonly string[], wanted: string): string[] {
  const folder = wanted.replace(/\/+$/, '');
  const below = paths.filter((path) => folder === '' || folder === '.' || path.startsWith(`${folder}/`));
  const pattern = below.length > 0 ? IN_FOLDER : folder;
  const relative = (path: string) => (below.length > 0 ? posix.relative(folder, path) : path);
  return paths.filter(
    (path) => (below.length === 0 || below.includes(path)) && !SKIPPED.test(path) && matchesGlob(relative(path), pattern),
  );
}

/** Those that say a version of OpenAPI: what lies beside them are parts, or other things. */
export function documentsAmong(texts: readonly DocumentText[]): DocumentText[] {
  return texts.filter(({ text }) => /(^|[{,\n])\s*["']?(openapi|swagger)["']?\s*:/.test(text));
}
