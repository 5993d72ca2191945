import type { Document } from '../document/document.ts';
import type { SecondOpinion } from './opinion.ts';
import type { Answer, Question } from './worker.ts';

const BY = 'openapi-diff 0.24.1';
const FORMATS: Readonly<Record<string, Question['format']>> = { '2.0': 'swagger2', '3.0': 'openapi3' };

export interface SecondOpinionOptions {
  /** Milliseconds it may take, start included; 10,000 when not given. */
  readonly timeout?: number;
}

/**
 * Asks the Atlassian `openapi-diff` package about the same pair. It runs in a thread of its own, because some documents
 * keep it busy for ever; it never rejects: what it cannot answer is `silent` with the reason.
 */
export async function secondOpinion(
  base: Document,
  revision: Document,
  { timeout = 10_000 }: SecondOpinionOptions = {},
): Promise<SecondOpinion> {
  const refused =
    refusal(base) ??
    refusal(revision) ??
    (base.version === revision.version ? undefined : 'the two documents are of different versions of OpenAPI');
  if (refused) return { by: BY, silent: refused, breaking: [] };
  try {
    const format = FORMATS[base.version]!;
    const question = { format, base: JSON.stringify(base.root.value), revision: JSON.stringify(revision.root.value) };
    return { by: BY, ...(await ask(question, timeout)) };
  } catch (error) {
    // A YAML alias may lead back to its own anchor, or to more text than fits into a string.
    return { by: BY, silent: `a document cannot be handed over: ${(error as Error).message}`, breaking: [] };
  }
}

function refusal({ version, root }: Document): string | undefined {
  if (!FORMATS[version]) return `it does not know OpenAPI ${version}`;
  // It would fetch what such references name, from anywhere.
  if (refersOutside(root.value)) return 'a document refers to other files';
  return undefined;
}

function refersOutside(root: unknown): boolean {
  const seen = new Set<unknown>();
  const open = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    const { $ref } = value as { $ref?: unknown };
    if (typeof $ref === 'string' && !$ref.startsWith('#')) return true;
    for (const child of Object.values(value)) open.push(child);
  }
  return false;
}

async function ask(question: Question, timeout: number): Promise<Answer> {
  const { Worker } = await import('node:worker_threads');
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: question,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 1_024 },
  });
  return new Promise((resolve) => {
    const end = (answer: Answer) => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    const timer = setTimeout(() => end({ silent: `it took longer than ${timeout / 1_000} s`, breaking: [] }), timeout);
    worker.once('message', end);
    worker.once('error', (error) => end({ silent: `it failed: ${error.message}`, breaking: [] }));
    worker.once('exit', () => end({ silent: 'it ended without an answer', breaking: [] }));
  });
}
