import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decoded } from './pointer.ts';
import type { Read } from './reader.ts';

/** Where the files lie that would be fetched from addresses that begin so. */
export interface UrlMap {
  readonly prefix: string;
  readonly folder: string;
}

export interface ReadFilesOptions {
  /** The folder that references may lead to, with all below it; none when not given. */
  readonly root?: string | undefined;
  readonly maps?: readonly UrlMap[] | undefined;
  /** The document itself, by the name that it was given. */
  readonly main?: string;
}

/** Reads what references name from files within a root, and mapped addresses from their folders. Nothing is fetched. */
export function readFiles({ root, maps = [], main }: ReadFilesOptions): Read {
  const folders = [root, ...maps.map(({ folder }) => folder)].flatMap((folder) => (folder === undefined ? [] : [resolve(folder)]));
  return (location, from) => {
    const file = isAddress(location) ? mappedFile(location, maps) : resolve(dirname(from), pathOf(location));
    // Before anything is looked up, so that nobody learns what there is elsewhere; and again for what links lead to.
    if (!folders.some((folder) => isWithin(file, folder))) throw new Error(outside(root));
    if (!existsSync(file)) throw new Error(isAddress(location) ? `there is no file ${nameOf(file)}` : 'there is no such file');
    const real = realpathSync(file);
    if (!folders.some((folder) => existsSync(folder) && isWithin(real, realpathSync(folder)))) throw new Error(outside(root));
    const name = main !== undefined && resolve(main) === file ? main : nameOf(file);
    return { file: name, text: textOf(real) };
  };
}

function nameOf(file: string): string {
  return relative(process.cwd(), file) || file;
}

/** The nearest folder at or above this one that holds a git repository. */
export function repositoryAround(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** An address has a scheme; one letter before a colon is a drive of Windows. */
export function isAddress(location: string): boolean {
  return /^[a-z][a-z\d+.-]+:/i.test(location);
}

/** The path that a relative reference means; backslashes are there by mistake, as Windows writes them. */
export function pathOf(location: string): string {
  return decoded(location.replace(/\?.*$/s, '')).replaceAll('\\', '/');
}

/** The file that an address is mapped to. Throws when it is none. */
export function mappedFile(location: string, maps: readonly UrlMap[]): string {
  if (/^file:/i.test(location)) return fileURLToPath(location);
  const address = location.replace(/\?.*$/s, '');
  const longestFirst = [...maps].sort((a, b) => b.prefix.length - a.prefix.length);
  const map = longestFirst.find(({ prefix }) => address === prefix || address.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`));
  if (!map) throw new Error('URLs are not fetched; --map URL-PREFIX=DIR names a folder that holds the files');
  const rest = decoded(address.slice(map.prefix.length)).replace(/^\/+/, '');
  const file = resolve(map.folder, rest);
  if (!isWithin(file, resolve(map.folder))) throw new Error(`it lies outside ${map.folder}, which the address is mapped to`);
  return file;
}

function outside(root: string | undefined): string {
  if (root === undefined) return 'nothing says in which folder it may lie; --root DIR does';
  return `it lies outside ${relative(process.cwd(), root) || 'the current folder'}, from which files are read; --root DIR names another folder`;
}

function isWithin(file: string, folder: string): boolean {
  const way = relative(folder, file);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EISDIR') throw new Error('it is a folder, not a file');
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw new Error('it may not be read (permission denied)');
    throw error;
  }
}
