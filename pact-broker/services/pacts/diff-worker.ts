import { parentPort } from 'node:worker_threads';
import { type ContentsToDiff, diffContents } from './diff-contents.ts';

// A thread that compares the contents it is handed, one pair after the other.
parentPort?.on('message', (contents: ContentsToDiff) => parentPort?.postMessage(diffContents(contents)));
