import type { Difference } from './pact-diff.ts';

const LONGEST_VALUE = 10_000;

/** One place that differs. A value that is too long is left out, and `truncated` says so. */
export interface ListedDifference {
  type: 'added' | 'removed' | 'changed';
  /** A JSON pointer; into the older pact for what was removed, else into the newer. */
  path: string;
  before?: unknown;
  after?: unknown;
  truncated?: true;
}

/** The differences one by one, for programs. */
export function listDifferences(difference: Difference, path = ''): ListedDifference[] {
  if (difference.kind === 'object')
    return difference.members.flatMap(([name, member]) => listDifferences(member, `${path}/${inPointer(name)}`));
  if (difference.kind === 'list') return difference.entries.flatMap(([index, entry]) => listDifferences(entry, `${path}/${index}`));
  const { kind: type, ...values } = difference;
  const short = Object.entries(values).filter(([, value]) => JSON.stringify(value).length <= LONGEST_VALUE);
  const truncated = short.length < Object.keys(values).length;
  return [{ type, path, ...Object.fromEntries(short), ...(truncated ? { truncated } : {}) }];
}

const inPointer = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
