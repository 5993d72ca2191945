import { writeFileSync } from 'node:fs';
import { UsageError } from './failure.ts';

/** Writes a report to a file, or to standard output when there is none. */
export function writeOutput(text: string, file: string | undefined): void {
  if (file === undefined || file === '-') {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(file, text);
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
