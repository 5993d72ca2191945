import { randomBytes, randomUUID } from 'node:crypto';
import { link, open, readFile, unlink } from 'node:fs/promises';

export const KEY_BYTES = 32;

/** The key of an embedded store: kept in a file of its own beside it, and made at the first start. */
export async function readOrCreateKeyFile(path: string): Promise<Buffer> {
  const key = await readKeyFile(path);
  if (key) return key;
  // Whole before it has its name: of two that start at once, or one that is killed, nobody reads half a key.
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  await file.writeFile(`${randomBytes(KEY_BYTES).toString('base64')}\n`);
  await file.sync();
  await file.close();
  await link(draft, path).catch(unless('EEXIST'));
  await unlink(draft);
  return (await readKeyFile(path)) as Buffer;
}

async function readKeyFile(path: string): Promise<Buffer | undefined> {
  const text = await readFile(path, 'utf8').catch(unless('ENOENT'));
  if (text === undefined) return undefined;
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY_BYTES) throw new Error(`${path} does not hold a key of ${KEY_BYTES} bytes in base64. Restore it from a backup.`);
  return key;
}

const unless =
  (code: string) =>
  (error: NodeJS.ErrnoException): undefined => {
    if (error.code !== code) throw error;
  };
