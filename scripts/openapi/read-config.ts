import { existsSync } from 'node:fs';
import { type Config, parseConfig } from '@concordat/openapi';
import { readBytes, textOf } from './readable-text.ts';

const USUAL = ['concordat-openapi.yaml', 'concordat-openapi.yml', 'concordat-openapi.json'];

/** The config that --config names, or the one that lies in the current folder; `false` wants none. */
export function readConfig(file: string | boolean | undefined): Config | undefined {
  if (file === false) return undefined;
  const found = typeof file === 'string' ? file : USUAL.find((each) => existsSync(each));
  return found === undefined ? undefined : parseConfig(textOf(readBytes(found), found), found);
}
