import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Load, Outcome } from './request.ts';

/** The load generator and the bare server, each in its own process. */
export interface BenchProcesses {
  load: (load: Load) => Promise<Outcome>;
  /** Lets the bare server answer this from now on, and hands back its port. */
  answerBare: (answer: { type: string; body: string }) => Promise<number>;
  stop: () => void;
}

export function startProcesses(): BenchProcesses {
  const client = start(new URL('./client.ts', import.meta.url));
  const bare = start(new URL('./bare-server.ts', import.meta.url));
  return {
    load: (load) => ask<Outcome>(client, load),
    answerBare: (answer) => ask<number>(bare, answer),
    stop: () => {
      client.kill();
      bare.kill();
    },
  };
}

function start(file: URL): ChildProcess {
  const child = fork(fileURLToPath(file), { serialization: 'advanced' });
  process.once('exit', () => child.kill());
  return child;
}

async function ask<T>(child: ChildProcess, message: Load | { type: string; body: string }): Promise<T> {
  const ended = new AbortController();
  const failed = once(child, 'exit', { signal: ended.signal }).then(() => {
    throw new Error(`${child.spawnargs.at(-1)} ended before it had an answer`);
  });
  const answered = once(child, 'message', { signal: ended.signal });
  child.send(message);
  try {
    return ((await Promise.race([answered, failed])) as [T])[0];
  } finally {
    failed.catch(() => {});
    answered.catch(() => {});
    ended.abort();
  }
}
