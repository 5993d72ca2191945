import { execFileSync } from 'node:child_process';
import { posix } from 'node:path';
import { type Document, loadDocument } from '@concordat/openapi';
import { textOf, unreadable } from './readable-text.ts';

const LARGEST = 512 * 1024 * 1024;

/**
 * Reads `git:REVISION:PATH`: the path counts from the top of the repository, or from here when it begins with `./`, as git
 * has it. References to other files are followed in the same revision, within the document's folder.
 */
export function readFromGit(place: string): Document {
  const [, revision = '', path = ''] = /^git:([^:]*):(.*)$/s.exec(place) ?? [];
  if (revision === '' || path === '') throw unreadable(place, 'a document in git is named git:REVISION:PATH, as in git:main:openapi.yaml');
  // Git would take it for an option.
  if (revision.startsWith('-')) throw unreadable(place, `there is no revision "${revision}"`);
  const file = fromTop(path, place);
  const folder = posix.dirname(file);
  const read = (location: string, from: string) => {
    if (/^[a-z][a-z\d+.-]+:/i.test(location)) throw new Error('URLs are not fetched');
    const target = posix.join(posix.dirname(from.slice(`git:${revision}:`.length)), decodeURIComponent(location));
    if (posix.relative(folder, target).startsWith('..')) throw new Error('it lies outside the folder of the document');
    return { file: `git:${revision}:${target}`, text: blob(revision, target, location) };
  };
  return loadDocument({ name: `git:${revision}:${file}`, text: blob(revision, file, place) }, { read });
}

function fromTop(path: string, place: string): string {
  if (!path.startsWith('./') && !path.startsWith('../')) return posix.normalize(path);
  return posix.join(git(['rev-parse', '--show-prefix'], place).toString().trim(), path);
}

function blob(revision: string, file: string, place: string): string {
  try {
    return textOf(git(['cat-file', 'blob', `${revision}:${file}`], place), place);
  } catch (error) {
    if (!(error instanceof GitRefused)) throw error;
    git(['rev-parse', '--git-dir'], place, 'this is not in a git repository');
    git(
      ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
      place,
      `there is no commit, branch or tag "${revision}"`,
    );
    throw unreadable(
      place,
      `there is no file ${file} in ${revision} (a path counts from the top of the repository; ./ makes it count from here)`,
    );
  }
}

/** Git ran and said no; what that means, its caller knows. */
class GitRefused extends Error {}

function git(args: string[], place: string, refusal?: string): Buffer {
  try {
    return execFileSync('git', args, { maxBuffer: LARGEST, stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw unreadable(place, 'git is not installed');
    throw refusal === undefined ? new GitRefused() : unreadable(place, refusal);
  }
}
