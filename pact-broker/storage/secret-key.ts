import { randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';

export const KEY_BYTES = 32;

/** The key of an embedded store: kept in a file of its own beside it, and made at the first start. */
export async function readOrCreateKeyFile(path: string): Promise<Buffer> {
  try {
    // Only for its owner, and only if there is none: of two that start at once, one makes it and the other reads it.
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(`${randomBytes(KEY_BYTES).toString('base64')}\n`);
    await file.sync();
    await file.close();
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
  const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64');
  if (key.length !== KEY_BYTES) throw new Error(`${path} does not hold a key of ${KEY_BYTES} bytes in base64. Restore it from a backup.`);
  return key;
}
