import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readOrCreateKeyFile } from './secret-key.ts';
import { createVault } from './vault.ts';

describe('what is sealed', () => {
  const [older, newer] = [randomBytes(32), randomBytes(32)];
  const sealed = createVault([older]).seal('hunter2', 'webhook 1');

  test('cannot be read, and never looks the same twice', () => {
    expect(sealed).not.toContain('hunter2');
    expect(Buffer.from(sealed.split('.').at(-1) as string, 'base64url').toString()).not.toContain('hunter2');
    expect(createVault([older]).seal('hunter2', 'webhook 1')).not.toBe(sealed);
  });

  test('opens with its key, also when a newer one stands before it', () => {
    expect(createVault([older]).open(sealed, 'webhook 1')).toBe('hunter2');
    expect(createVault([newer, older]).open(sealed, 'webhook 1')).toBe('hunter2');
  });

  test.each([
    ['another key', () => createVault([newer]).open(sealed, 'webhook 1')],
    ['another owner', () => createVault([older]).open(sealed, 'webhook 2')],
    ['a changed text', () => createVault([older]).open(`${sealed.slice(0, -4)}AAAA`, 'webhook 1')],
    ['a shortened tag', () => createVault([older]).open(sealed.replace(/\.([\w-]{4})[\w-]+\.([\w-]+)$/, '.$1.$2'), 'webhook 1')],
    ['nonsense', () => createVault([older]).open('nonsense', 'webhook 1')],
  ])('does not open with %s', (_what, open) => expect(open).toThrow('encrypted with a key'));

  test('is not made without a key, and the way out is told', () =>
    expect(() => createVault([]).seal('x', 'y')).toThrow('CONCORDAT_SECRET_KEY'));
});

describe('a key file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'concordat-key-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('is made once, for its owner alone, by whichever of several comes first', async () => {
    const path = join(folder, 'secret.key');
    const [first, second] = await Promise.all([readOrCreateKeyFile(path), readOrCreateKeyFile(path)]);
    expect(first).toHaveLength(32);
    expect(second).toEqual(first);
    expect(await readOrCreateKeyFile(path)).toEqual(first);
    expect(await readdir(folder)).toEqual(['secret.key']);
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  test('that holds no key stops the start', async () => {
    const path = join(folder, 'broken.key');
    await writeFile(path, 'short');
    await expect(readOrCreateKeyFile(path)).rejects.toThrow('does not hold a key');
  });
});
