import { type Response, responsesOf } from '../document/bodies.ts';
import { type OperationPair, type Sides, sideBySide } from './pairs.ts';

/** A status in both documents, or what covers it there. */
export interface ResponsePair extends Sides<Response> {
  readonly status: string;
  /**
   * How the status changed. Covered: now only its range (`2XX`) or `default` describes it, which stands in its place here. Split: a
   * range or default became single statuses; each of them is a part, and is compared with what described it before.
   */
  readonly change: 'none' | 'removed' | 'added' | 'covered' | 'split' | 'part';
  /** It is a status of success; where the base names none, `default` or a redirection is what clients wait for. */
  readonly describesSuccess: boolean;
}

type Responses = ReadonlyMap<string, Response>;

/** Responses side by side. */
export function matchResponses({ base, revision }: OperationPair): ResponsePair[] {
  const [before, after] = [responsesOf(base), responsesOf(revision)];
  return [...sideBySide(before, after)].map(([status, sides]): ResponsePair => {
    const describesSuccess = isSuccess(status) || (/^(default$|3)/.test(status) && !namesSuccess(before));
    if (sides.base && sides.revision) return { ...sides, status, describesSuccess, change: 'none' };
    if (!sides.base) {
      const covered = coveringOf(status, before);
      const change = covered && !after.has(covered.status) ? 'part' : 'added';
      return { status, base: covered, revision: sides.revision, change, describesSuccess };
    }
    const covering = coveringOf(status, after);
    if (covering) return { status, base: sides.base, revision: covering, change: 'covered', describesSuccess };
    const change = isSplit(status, { before, after }) ? 'split' : 'removed';
    return { status, base: sides.base, revision: undefined, change, describesSuccess };
  });
}

/** Whether a response describes success, by its status; `default` does where no other does. */
export function isSuccess(status: string): boolean {
  return status.startsWith('2');
}

/** What describes a status that is not named: its range, else `default`. Where success is named, default is about failures. */
function coveringOf(status: string, responses: Responses): Response | undefined {
  if (status === 'default') return undefined;
  const range = responses.get(rangeOf(status));
  if (range || /^[45]/.test(status)) return range ?? responses.get('default');
  return namesSuccess(responses) ? undefined : responses.get('default');
}

function isSplit(status: string, { before, after }: { before: Responses; after: Responses }): boolean {
  if (status === 'default') return !namesSuccess(before) && namesSuccess(after);
  return status === rangeOf(status) && [...after.keys()].some((other) => rangeOf(other) === status);
}

const rangeOf = (status: string): string => `${status[0]}XX`;

const namesSuccess = (responses: Responses): boolean => [...responses.keys()].some(isSuccess);
