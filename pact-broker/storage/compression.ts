import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Texts are kept compressed: pacts and results repeat themselves a lot. */
export const compress = (text: string): Uint8Array => zstdCompressSync(text);

export const decompress = (bytes: Uint8Array): string => zstdDecompressSync(bytes).toString('utf8');
