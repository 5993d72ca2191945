import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DiffTooLarge } from '../../domain/pacts/errors.ts';
import { type ContentsDiff, type ContentsToDiff, diffContents } from './diff-contents.ts';

/** Up to here a comparison takes less time than a thread does to start. */
const SMALL = 100_000;
const LONGEST_MS = 20_000;

let turn: Promise<unknown> = Promise.resolve();

/** Compares two contents; large ones in a thread of their own, one pair at a time, so that other requests do not wait. Throws DiffTooLarge. */
export function diffApart(contents: ContentsToDiff): Promise<ContentsDiff> {
  if (contents.before.length + contents.after.length <= SMALL) return Promise.resolve(diffContents(contents));
  const mine = turn.then(() => diffInThread(contents));
  turn = mine.catch(() => undefined);
  return mine;
}

async function diffInThread(contents: ContentsToDiff): Promise<ContentsDiff> {
  const worker = new Worker(new URL('./diff-worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 1024 } });
  try {
    worker.postMessage(contents);
    const [diff] = await once(worker, 'message', { signal: AbortSignal.timeout(LONGEST_MS) });
    return diff as ContentsDiff;
  } catch (error) {
    throw isTooMuch(error as Error & { code?: string }) ? new DiffTooLarge() : error;
  } finally {
    await worker.terminate();
  }
}

const isTooMuch = ({ name, code }: Error & { code?: string }) => name === 'AbortError' || code === 'ERR_WORKER_OUT_OF_MEMORY';
