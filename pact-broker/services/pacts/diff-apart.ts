import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DiffTooLarge } from '../../domain/pacts/errors.ts';
import { type ContentsDiff, type ContentsToDiff, diffContents } from './diff-contents.ts';

/** Up to here a comparison takes less time than a thread does to start. */
const SMALL = 100_000;
const LONGEST_MS = 20_000;

let turn: Promise<unknown> = Promise.resolve();

/**
 * Compares two contents; large ones in a thread of their own, one pair at a time, so that other requests do not wait. Throws DiffTooLarge,
 * where it is said so many milliseconds after the call at the latest, its turn come or not.
 */
export function diffApart(contents: ContentsToDiff, { within }: { within?: number } = {}): Promise<ContentsDiff> {
  if (contents.before.length + contents.after.length <= SMALL) return Promise.resolve(diffContents(contents));
  const signal = within === undefined ? undefined : AbortSignal.timeout(within);
  const mine = turn.then(() => diffInThread(contents, signal ?? AbortSignal.timeout(LONGEST_MS)));
  turn = mine.catch(() => undefined);
  return signal ? Promise.race([mine, tooLargeAfter(signal)]) : mine;
}

const tooLargeAfter = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new DiffTooLarge())));

async function diffInThread(contents: ContentsToDiff, signal: AbortSignal): Promise<ContentsDiff> {
  if (signal.aborted) throw new DiffTooLarge();
  const worker = new Worker(new URL('./diff-worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 1024 } });
  try {
    worker.postMessage(contents);
    const [diff] = await once(worker, 'message', { signal });
    return diff as ContentsDiff;
  } catch (error) {
    throw isTooMuch(error as Error & { code?: string }) ? new DiffTooLarge() : error;
  } finally {
    await worker.terminate();
  }
}

const isTooMuch = ({ name, code }: Error & { code?: string }) => name === 'AbortError' || code === 'ERR_WORKER_OUT_OF_MEMORY';
