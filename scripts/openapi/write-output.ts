import { closeSync, openSync, writeFileSync } from 'node:fs';
import { UsageError } from './failure.ts';

/** Writes a report, whole or in pieces, to a file, or to standard output when there is none. */
export function writeOutput(text: string | Iterable<string>, file: string | undefined): void {
  const pieces = typeof text === 'string' ? [text] : text;
  if (file === undefined || file === '-') {
    for (const piece of pieces) process.stdout.write(piece);
    return;
  }
  try {
    const output = openSync(file, 'w');
    try {
      for (const piece of pieces) writeFileSync(output, piece);
    } finally {
      closeSync(output);
    }
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new UsageError(`${file} cannot be written: ${WRITE_ERRORS[code] ?? message}`);
  }
}

const WRITE_ERRORS: Record<string, string> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
};

/** Colours are for a terminal, unless the environment says otherwise (https://no-color.org, FORCE_COLOR). */
export function wantsColour(file: string | undefined, { env, stdout } = process): boolean {
  if (file !== undefined && file !== '-') return false;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR && env.FORCE_COLOR !== '0') return true;
  return stdout.isTTY && env.TERM !== 'dumb';
}
