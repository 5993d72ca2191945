import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const concordat = fileURLToPath(new URL('../concordat.mjs', import.meta.url));

export interface Run {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs `concordat openapi …` as a user does, in a process of its own; for tests. */
export async function runOpenapi(
  args: string[],
  { input = '', cwd, env = {} }: { input?: string; cwd?: string; env?: Record<string, string> } = {},
): Promise<Run> {
  const child = spawn(process.execPath, [concordat, 'openapi', ...args], {
    cwd,
    env: { ...process.env, FORCE_COLOR: '', NO_COLOR: '', ...env },
  });
  // A command that fails before it reads closes the pipe.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [output, errors, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { exitCode, output, errors };
}
