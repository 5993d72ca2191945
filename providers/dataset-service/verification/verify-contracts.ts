import { fork } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { complaintsIn } from './complaints.ts';
import type { Results, Verification } from './results.ts';

const verifierProcess = fileURLToPath(new URL('./verifier-process.ts', import.meta.url));

/**
 * Verifies this provider as `env` says (see README.md). In a process of its own: the verifier's native part reads the
 * process's environment and writes to its standard output past Node, at ten lines an interaction.
 */
export async function verifyContracts(env: NodeJS.ProcessEnv): Promise<Verification> {
  const child = fork(verifierProcess, { env: { ...env, PACT_DO_NOT_TRACK: 'true' }, silent: true });
  let outcome: string | undefined;
  child.once('message', (message) => {
    outcome = String(message);
  });
  const [output = '', errors = ''] = await Promise.all([child.stdout, child.stderr].map((stream) => (stream ? text(stream) : '')));
  if (!outcome?.startsWith('{')) throw new Error(`The verification did not run:\n${outcome ?? `${output}${errors}`}`);
  const results = JSON.parse(outcome) as Results;
  const complaints = complaintsIn(`${output}\n${errors}`);
  return { ...results, complaints, success: results.result && complaints.length === 0 };
}
