import { execFileSync } from 'node:child_process';
import { posix } from 'node:path';
import { type Document, isAddress, type LoadOptions, loadDocument, loadDocuments, pathOf, readFiles } from '@concordat/openapi';
import { documentsAmong, isGlob, matchingPaths } from './find-documents.ts';
import { textOf, unreadable } from './readable-text.ts';

const LARGEST = 512 * 1024 * 1024;

/**
 * Reads `git:REVISION:PATH`: the path counts from the top of the repository, or from here when it begins with `./`, as git
 * has it, and may be a folder or a glob. References to other files are followed in the same revision, within the repository.
 */
export function readFromGit(place: string, { maps, stripPrefix }: LoadOptions = {}): Document {
  const [, revision = '', path = ''] = /^git:([^:]*):(.*)$/s.exec(place) ?? [];
  if (revision === '' || path === '') throw unreadable(place, 'a document in git is named git:REVISION:PATH, as in git:main:openapi.yaml');
  // Git would take it for an option.
  if (revision.startsWith('-')) throw unreadable(place, `there is no revision "${revision}"`);
  const file = fromTop(path, place);
  const tree = `git:${revision}:`;
  const readMapped = readFiles({ maps });
  const read = (location: string, from: string) => {
    if (isAddress(location) || !from.startsWith(tree)) return readMapped(location, from);
    const target = posix.join(posix.dirname(from.slice(tree.length)), pathOf(location));
    if (target.startsWith('..') || posix.isAbsolute(pathOf(location))) throw new Error('it lies outside the repository');
    return { file: `${tree}${target}`, text: textOf(blob(revision, target), location) };
  };
  const options = { read, stripPrefix };
  const maybeFolder = !/\.(ya?ml|json)$/i.test(file);
  const paths = isGlob(file) || (maybeFolder && isFolder(revision, file)) ? matchingPaths(pathsIn(revision), file) : [];
  if (paths.length === 0) return loadDocument({ name: `${tree}${file}`, text: mainText(revision, file, place) }, options);
  const texts = paths.map((path) => ({ name: `${tree}${path}`, text: textOf(blob(revision, path), `${tree}${path}`) }));
  const [first, ...others] = documentsAmong(texts);
  if (!first) throw unreadable(place, 'holds no OpenAPI document (*.yaml, *.yml or *.json)');
  return loadDocuments(`${tree}${file}`, [first, ...others], options);
}

function isFolder(revision: string, file: string): boolean {
  try {
    return (
      git(['cat-file', '-t', `${revision}:${file === '.' ? '' : file}`], { place: file })
        .toString()
        .trim() === 'tree'
    );
  } catch {
    return false;
  }
}

function pathsIn(revision: string): string[] {
  const listed = git(['ls-tree', '-r', '-z', '--name-only', '--full-tree', revision], { place: revision });
  return listed
    .toString()
    .split('\0')
    .filter((path) => path !== '');
}

function fromTop(path: string, place: string): string {
  if (!path.startsWith('./') && !path.startsWith('../')) return posix.normalize(path).replace(/^\/+/, '');
  return posix.join(git(['rev-parse', '--show-prefix'], { place }).toString().trim(), path);
}

function mainText(revision: string, file: string, place: string): string {
  try {
    return textOf(blob(revision, file), place);
  } catch (error) {
    git(['rev-parse', '--git-dir'], { place, refusal: 'this is not in a git repository' });
    git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], {
      place,
      refusal: `there is no commit, branch or tag "${revision}"`,
    });
    if (!(error instanceof NoBlob)) throw error;
    const hint = 'a path counts from the top of the repository; ./ makes it count from here';
    const missing = isGlob(file) ? `no file in ${revision} matches ${file}` : `there is no file ${file} in ${revision}`;
    throw unreadable(place, error.message === MISSING ? `${missing} (${hint})` : error.message);
  }
}

class NoBlob extends Error {}

const MISSING = 'there is no such file in this revision';

/** What git says in place of a file. */
const NO_BLOB: Readonly<Record<string, string>> = {
  missing: MISSING,
  notdir: MISSING,
  dangling: 'it is a link to a file that is not there',
  symlink: 'it is a link out of the repository',
  loop: 'it is a link that leads back to itself',
  ambiguous: 'the revision is ambiguous',
};

/** A file's content, behind its links within the repository. */
function blob(revision: string, file: string): Buffer {
  if (`${revision}${file}`.includes('\n')) throw new NoBlob(MISSING);
  const answer = git(['cat-file', '--batch', '--follow-symlinks'], { place: file, input: `${revision}:${file}\n` });
  const end = answer.indexOf(10);
  const header = answer.subarray(0, end).toString();
  const [, type, size] = /^[\da-f]+ (\w+) (\d+)$/.exec(header) ?? [];
  if (type === 'blob') return answer.subarray(end + 1, end + 1 + Number(size));
  if (type !== undefined) throw new NoBlob('it is a folder, not a file');
  const said = Object.keys(NO_BLOB).find((word) => header.startsWith(`${word} `) || header.endsWith(` ${word}`));
  throw new NoBlob(NO_BLOB[said ?? 'missing']);
}

interface Asked {
  readonly place: string;
  readonly refusal?: string;
  readonly input?: string;
}

function git(args: string[], { place, refusal = 'git cannot read it', input }: Asked): Buffer {
  try {
    return execFileSync('git', args, { maxBuffer: LARGEST, input: input ?? '', stdio: ['pipe', 'pipe', 'ignore'] });
  } catch (error) {
    throw unreadable(place, (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'git is not installed' : refusal);
  }
}
