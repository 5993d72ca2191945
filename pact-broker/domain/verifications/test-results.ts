import { isPlainObject } from '../pacts/faithful-json.ts';

/** What a verifier reported of one interaction. */
export interface InteractionResult {
  /** The `_id` of the interaction in the pact, from verifiers that tell it. */
  id: string | undefined;
  description: string;
  success: boolean;
  /** What differed: where, what was expected and what was got, in the verifier's words. */
  mismatches: string[];
}

/**
 * Reads what verifiers report: a list with an entry for each interaction (Rust, and all that is built on it), or an object with such a
 * list in `tests` (Ruby). Anything else tells nothing of interactions.
 */
export function readTestResults(testResults: unknown): InteractionResult[] {
  const list = isPlainObject(testResults) ? testResults.tests : testResults;
  return Array.isArray(list) ? list.filter(isPlainObject).map(readResult) : [];
}

function readResult(entry: Record<string, unknown>): InteractionResult {
  const id = textOf(entry.interactionId);
  const mismatches = Array.isArray(entry.mismatches) ? entry.mismatches : [];
  const exceptions = [entry.exception, ...(Array.isArray(entry.exceptions) ? entry.exceptions : [])];
  return {
    id,
    description:
      textOf(entry.interactionDescription) ??
      textOf(entry.fullDescription) ??
      textOf(entry.testDescription) ??
      (id === undefined ? 'an interaction' : `the interaction ${id.slice(0, 8)}`),
    success: entry.success === true || entry.status === 'passed',
    mismatches: [...mismatches, ...exceptions].flatMap(describeMismatch),
  };
}

/** A text as it is (Ruby); or what the mismatch is about, where, and its description (Rust). */
function describeMismatch(mismatch: unknown): string[] {
  if (typeof mismatch === 'string') return [mismatch];
  if (!isPlainObject(mismatch)) return [];
  const where = [textOf(mismatch.attribute), textOf(mismatch.identifier)].filter((part) => part !== undefined).join(' ');
  const what = textOf(mismatch.description) ?? textOf(mismatch.message);
  const parts = [where, what ?? ''].filter((part) => part !== '');
  return parts.length === 0 ? [] : [parts.join(': ')];
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
