import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { VerifierOptions } from '@pact-foundation/pact';

const PROCESS = fileURLToPath(new URL('./verifier-process.ts', import.meta.url));

export interface Question {
  /** Whether the provider breaks its contracts. */
  broken: boolean;
  options: Partial<VerifierOptions>;
}

export interface Verification {
  /** Whether the provider's build would go on. */
  passed: boolean;
  /** Each interaction that was replayed, as "consumer: description", with its fault if it has one. */
  interactions: string[];
  pending: string[];
  /** All that the verifier reports, or its error. */
  report: string;
}

interface Report {
  result: boolean;
  interactionResults: { consumer: string; description: string; result: string; pending: boolean }[];
}

export interface OfficialVerifier {
  verify: (options: Partial<VerifierOptions>, provider?: { broken: boolean }) => Promise<Verification>;
  stop: () => void;
}

/**
 * The Verifier of Pact JS, in a process of its own: its native part writes to standard output past Node, and reads the
 * environment. It verifies one after the other what it is asked for.
 */
export function startVerifier(): OfficialVerifier {
  const { PATH, HOME, TMPDIR } = process.env;
  const child: ChildProcess = fork(PROCESS, { env: { PATH, HOME, TMPDIR, PACT_DO_NOT_TRACK: 'true' }, silent: true, execArgv: [] });
  let errors = '';
  child.stdout?.resume();
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  let last: Promise<unknown> = Promise.resolve();
  const ask = (question: Question) =>
    new Promise<string>((resolve, reject) => {
      const ended = () => reject(new Error(`The verifier ended:\n${errors}`));
      child.once('exit', ended).once('message', (text) => {
        child.off('exit', ended);
        resolve(String(text));
      });
      child.send(question);
    });
  return {
    verify: async (options, { broken } = { broken: false }) => {
      const answer = last.then(() => ask({ broken, options }));
      last = answer.catch(() => {});
      return read(await answer);
    },
    stop: () => child.kill(),
  };
}

function read(report: string): Verification {
  if (!report.startsWith('{')) return { passed: false, interactions: [], pending: [], report };
  const { result, interactionResults } = JSON.parse(report) as Report;
  const named = interactionResults.map((one) => ({ ...one, name: `${one.consumer}: ${one.description}` }));
  return {
    passed: result,
    interactions: named.map(({ name, result: each }) => (each === 'OK' ? name : `${name} FAILED`)).toSorted(),
    pending: named
      .filter(({ pending }) => pending)
      .map(({ name }) => name)
      .toSorted(),
    report,
  };
}
