import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';

interface Standalone {
  standalone: () => { pactFullPath: string };
}

const require = createRequire(import.meta.url);
/** The program that `pact-broker` of the npm package starts on this platform. */
const { pactFullPath } = (require('@pact-foundation/pact-cli/src/pact-standalone') as Standalone).standalone();

export interface Outcome {
  exitCode: number | null;
  /** Standard output, then standard error, without colours. */
  output: string;
}

/** Runs the official `pact-broker` in a folder, to its end, with nothing of this process's settings but those given. */
export async function pactBroker(args: string[], { cwd, env = {} }: { cwd: string; env?: NodeJS.ProcessEnv }): Promise<Outcome> {
  const child = spawn(pactFullPath, ['broker', ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, PACT_DO_NOT_TRACK: 'true', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject));
  const [output, errors, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { exitCode, output: stripVTControlCharacters(`${output}${errors}`) };
}
