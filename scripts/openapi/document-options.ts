import { statSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';

/** Where references of documents may lead. */
export interface DocumentOptions {
  readonly root?: string | undefined;
  readonly map?: readonly UrlMap[] | undefined;
}

interface UrlMap {
  readonly prefix: string;
  readonly folder: string;
}

/** With what holds for one of two documents only. */
export interface SideOptions extends DocumentOptions {
  readonly stripPrefixBase?: string | undefined;
  readonly stripPrefixRevision?: string | undefined;
}

export function optionsOf(side: 'base' | 'revision', { stripPrefixBase, stripPrefixRevision, ...options }: SideOptions = {}) {
  return { ...options, stripPrefix: side === 'base' ? stripPrefixBase : stripPrefixRevision };
}

export function addSideOptions(command: Command): Command {
  return command
    .option('--strip-prefix-base <prefix>', 'take it from the paths of BASE, so that /v1/teas is compared as /teas')
    .option('--strip-prefix-revision <prefix>', 'the same for REVISION');
}

/** The options of every command that reads documents. */
export function addDocumentOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--root <dir>', 'references may lead to files in it (the git repository around a document, else its folder)').argParser(
        folder,
      ),
    )
    .addOption(
      new Option('--map <url-prefix=dir>', 'read what such URLs name from a folder; may be given several times').argParser(
        (value: string, before: readonly UrlMap[] = []) => [...before, urlMap(value)],
      ),
    );
}

function urlMap(value: string): UrlMap {
  const at = value.lastIndexOf('=');
  const prefix = value.slice(0, at);
  if (at < 0 || !/^[a-z][a-z\d+.-]+:/i.test(prefix))
    throw new InvalidArgumentError('It must be URL-PREFIX=DIR, as in https://example.org/schemas/=schemas.');
  return { prefix, folder: existing(value.slice(at + 1)) };
}

function folder(value: string): string {
  if (!statSync(existing(value)).isDirectory()) throw new InvalidArgumentError('It is not a folder.');
  return value;
}

function existing(path: string): string {
  if (path === '' || !statSync(path, { throwIfNoEntry: false })) throw new InvalidArgumentError(`There is no folder "${path}".`);
  return path;
}
