import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Texts are kept compressed: pacts and results repeat themselves a lot. */
export const compress = (text: string): Uint8Array => zstdCompressSync(text);

export const decompress = (bytes: Uint8Array): string => zstdDecompressSync(bytes).toString('utf8');

/** A text of so many bytes at the most; undefined where it is longer. */
export function decompressWithin(bytes: Uint8Array, most: number): string | undefined {
  try {
    return zstdDecompressSync(bytes, { maxOutputLength: most }).toString('utf8');
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw error;
  }
}
