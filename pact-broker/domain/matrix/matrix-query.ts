import { ValidationFailed } from '../errors.ts';
import { isPlainObject } from '../pacts/faithful-json.ts';

/** Versions of one pacticipant, by everything that is given; by name alone, all of them. */
export interface VersionSelector {
  pacticipant: string;
  version?: string;
  branch?: string;
  tag?: string;
  environment?: string;
  mainBranch?: boolean;
  latest?: boolean;
}

/** Where a version is meant to go: it says which versions of all others it must work with. */
export type Target =
  | { kind: 'environment'; environment: string }
  | { kind: 'tag'; tag: string; latest: boolean }
  | { kind: 'branch'; branch: string }
  | { kind: 'main-branch' }
  | { kind: 'latest' };

/** How many of the rows that differ only in the older of two things are wanted: by consumer version and provider (version), or by pair. */
export type LatestBy = 'cvpv' | 'cvp' | 'cp';

export interface MatrixQuery {
  selectors: VersionSelector[];
  target: Target | undefined;
  latestBy: LatestBy | undefined;
  /** Only rows of these results. `null` is what has not succeeded: failed, or not verified. */
  success: (boolean | null)[];
  ignore: { pacticipant: string; version?: string }[];
  limit: number;
}

export const DEFAULT_LIMIT = 100;
/** A gate must see every row, or its yes means nothing. */
export const NO_LIMIT = 1_000_000;
const LATEST_BY = ['cvpv', 'cvp', 'cp'];
const TEXTS = ['version', 'branch', 'tag', 'environment'] as const;

type Fields = Record<string, unknown>;

/** Reads the query of /matrix. Throws ValidationFailed with a plain list of sentences, as the protocol has it. */
export function readMatrixQuery(fields: Fields): MatrixQuery {
  const problems: string[] = [];
  const selectors = [fields.q ?? []].flat().flatMap((entry) => readSelector(entry, problems));
  if (fields.q === undefined) problems.push('Say which pacticipants: q[][pacticipant]=NAME, at least once.');
  const latestBy = fields.latestby;
  if (latestBy !== undefined && !LATEST_BY.includes(String(latestBy)))
    problems.push(`latestby is "${latestBy}", and must be cvpv, cvp or cp.`);
  const target = readTarget(fields, problems);
  const limit = fields.limit === undefined ? (target ? NO_LIMIT : DEFAULT_LIMIT) : Number(fields.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > NO_LIMIT)
    problems.push(`limit is "${fields.limit}", and must be a whole number from 1 to ${NO_LIMIT}.`);
  const query = {
    selectors,
    target,
    latestBy: latestBy as LatestBy | undefined,
    success: readSuccess(fields.success),
    ignore: readIgnore(fields.ignore),
    limit,
  };
  if (problems.length > 0) throw new ValidationFailed(problems);
  return query;
}

function readSelector(entry: unknown, problems: string[]): VersionSelector[] {
  if (!isPlainObject(entry) || typeof entry.pacticipant !== 'string' || entry.pacticipant === '') {
    problems.push('A selector names no pacticipant. Give q[][pacticipant]=NAME with each.');
    return [];
  }
  const selector: VersionSelector = { pacticipant: entry.pacticipant };
  for (const name of TEXTS) if (typeof entry[name] === 'string' && entry[name] !== '') selector[name] = entry[name];
  if (entry.mainBranch === 'true') selector.mainBranch = true;
  if (entry.latest === 'true') selector.latest = true;
  return [selector];
}

function readTarget(fields: Fields, problems: string[]): Target | undefined {
  const given = (['environment', 'tag', 'branch', 'mainBranch'] as const).filter(
    (name) => fields[name] !== undefined && fields[name] !== '',
  );
  if (given.length > 1) problems.push(`${given.join(' and ')} cannot be the target together. Ask once for each.`);
  const latest = fields.latest === 'true';
  if (given[0] === 'environment') return { kind: 'environment', environment: String(fields.environment) };
  if (given[0] === 'tag') return { kind: 'tag', tag: String(fields.tag), latest };
  if (given[0] === 'branch') return { kind: 'branch', branch: String(fields.branch) };
  if (given[0] === 'mainBranch' && fields.mainBranch === 'true') return { kind: 'main-branch' };
  return latest ? { kind: 'latest' } : undefined;
}

const readSuccess = (success: unknown): (boolean | null)[] =>
  success === undefined ? [] : [success].flat().map((value) => (value === 'true' ? true : value === 'false' ? false : null));

export function readIgnore(ignore: unknown): MatrixQuery['ignore'] {
  return [ignore ?? []].flat().flatMap((entry) => {
    if (!isPlainObject(entry) || typeof entry.pacticipant !== 'string') return [];
    return [{ pacticipant: entry.pacticipant, ...(typeof entry.version === 'string' ? { version: entry.version } : {}) }];
  });
}
