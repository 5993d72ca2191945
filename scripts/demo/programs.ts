import { type ChildProcess, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const officialClient = fileURLToPath(import.meta.resolve('@pact-foundation/pact-cli/bin/pact-broker.js'));

export interface Outcome {
  exitCode: number | null;
  /** Standard output, then standard error, without colours. */
  output: string;
}

/** A step did something else than it should; `output` is what the program said. */
export class UnexpectedOutcome extends Error {
  readonly output: string;
  constructor(message: string, output: string) {
    super(message);
    this.output = output;
  }
}

/** Programs of this repository, all run by this Node, in an environment of the demo's own; `signal` ends those that run. */
export function programs({ folder, signal }: { folder: string; signal: AbortSignal }) {
  const start = (args: string[], env: Record<string, string> = {}): ChildProcess =>
    spawn(process.execPath, args, {
      cwd: root,
      env: { ...environment(folder), ...env },
      signal,
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  /** Runs a program to its end, whatever its exit code. */
  const run = async (args: string[], env?: Record<string, string>): Promise<Outcome> => {
    const child = start(args, env);
    const ended = new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject));
    const [output, errors, exitCode] = await Promise.all([read(child.stdout), read(child.stderr), ended]);
    return { exitCode, output: stripVTControlCharacters(`${output}${errors}`) };
  };
  return { start, run };
}

/** Starts one run for each at once, to be waited for one by one; the first that fails is the one that is told of. */
export function together<Each, Result>(all: Each[], start: (each: Each) => Promise<Result>): Promise<Result>[] {
  const running = all.map(start);
  for (const run of running) run.catch(() => {});
  return running;
}

export type Programs = ReturnType<typeof programs>;

const read = (stream: ChildProcess['stdout']) => (stream ? text(stream) : Promise.resolve(''));

/** Without what people set for their own brokers and services; temporary files where they are removed at the end. */
function environment(folder: string): NodeJS.ProcessEnv {
  const theirs =
    /^(CONCORDAT_|PACT_|DATABASE_URL|GIT_|PROVIDER_|CONSUMER_|DATASET_SERVICE_|DETECTION_SERVICE_|BUILD_URL|PUBLISH_RESULTS|INCLUDE_WIP)/;
  const kept = Object.entries(process.env).filter(([name]) => !theirs.test(name));
  const local = '127.0.0.1,localhost';
  return { ...Object.fromEntries(kept), PACT_DO_NOT_TRACK: 'true', TMPDIR: folder, NO_PROXY: local, no_proxy: local };
}
