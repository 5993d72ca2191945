import { parentPort, workerData } from 'node:worker_threads';
import openapiDiff from 'openapi-diff';
import type { SecondOpinion } from './opinion.ts';

export interface Question {
  readonly format: 'swagger2' | 'openapi3';
  /** JSON. */
  readonly base: string;
  readonly revision: string;
}

export type Answer = Omit<SecondOpinion, 'by'>;

async function answer({ format, base, revision }: Question): Promise<Answer> {
  const outcome = await openapiDiff.diffSpecs({
    sourceSpec: { content: base, format, location: 'base.json' },
    destinationSpec: { content: revision, format, location: 'revision.json' },
  });
  const breaking = outcome.breakingDifferencesFound ? outcome.breakingDifferences : [];
  return {
    verdict: outcome.breakingDifferencesFound ? 'breaking' : 'compatible',
    breaking: breaking.map(({ code, sourceSpecEntityDetails, destinationSpecEntityDetails }) => ({
      code,
      where: [...sourceSpecEntityDetails, ...destinationSpecEntityDetails][0]?.location ?? '',
    })),
  };
}

parentPort?.postMessage(
  await answer(workerData as Question).catch((error: Error): Answer => ({ silent: `it failed: ${error.message}`, breaking: [] })),
);
