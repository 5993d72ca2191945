import { readFileSync } from 'node:fs';
import { DocumentError } from '@concordat/openapi';

/** The text of what was read; refuses what is empty or no text. */
export function textOf(bytes: Buffer, name: string): string {
  if (bytes.length === 0) throw unreadable(name, 'is empty');
  const zero = bytes.indexOf(0);
  if (zero >= 0) throw unreadable(name, `is not a text: byte ${zero + 1} is zero`);
  return bytes.toString('utf8');
}

export function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw unreadable(file, READ_ERRORS[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message);
  }
}

const READ_ERRORS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'is a folder, not a file',
  EACCES: 'may not be read (permission denied)',
  ENOTDIR: 'there is no such file',
};

export function unreadable(file: string, reason: string): DocumentError {
  return new DocumentError('not-found', reason, { file, line: 1, column: 1 });
}
