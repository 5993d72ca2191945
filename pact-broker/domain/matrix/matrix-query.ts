import { ValidationFailed } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';
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
  /** Only rows of these results are shown; the verdict is that of all. `null` is what has not succeeded: failed, or not verified. */
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
type Refuse = (problem: string) => void;

/** Reads the query of /matrix. Throws ValidationFailed with a plain list of sentences, as the protocol has it. */
export function readMatrixQuery(fields: Fields): MatrixQuery {
  const problems: string[] = [];
  const refuse: Refuse = (problem) => problems.push(problem);
  refuseSlips(fields, PARAMETERS, { refuse, of: 'the question' });
  const selectors = [fields.q ?? []].flat().flatMap((entry) => readSelector(entry, refuse));
  if (fields.q === undefined) refuse('Say which pacticipants: q[][pacticipant]=NAME, at least once.');
  const latestBy = fields.latestby;
  if (latestBy !== undefined && !LATEST_BY.includes(String(latestBy))) refuse(`latestby is "${latestBy}", and must be cvpv, cvp or cp.`);
  const target = readTarget(fields, refuse);
  const limit = fields.limit === undefined ? (target ? NO_LIMIT : DEFAULT_LIMIT) : Number(fields.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > NO_LIMIT)
    refuse(`limit is "${fields.limit}", and must be a whole number from 1 to ${NO_LIMIT}.`);
  const query = {
    selectors: target ? selectors.map(headOfBranch) : selectors,
    target,
    latestBy: latestBy as LatestBy | undefined,
    success: readSuccess(fields.success, refuse),
    ignore: readIgnore(fields.ignore, refuse),
    limit,
  };
  if (problems.length > 0) throw new ValidationFailed(problems);
  return query;
}

function readSelector(entry: unknown, refuse: Refuse): VersionSelector[] {
  if (!isPlainObject(entry) || typeof entry.pacticipant !== 'string' || entry.pacticipant === '') {
    refuse('A selector names no pacticipant. Give q[][pacticipant]=NAME with each.');
    return [];
  }
  const selector: VersionSelector = { pacticipant: entry.pacticipant };
  refuseSlips(entry, SELECTOR, { refuse, of: `the selector of ${entry.pacticipant}` });
  for (const name of TEXTS) if (typeof entry[name] === 'string') selector[name] = entry[name];
  if (readFlag(entry, 'mainBranch', refuse)) selector.mainBranch = true;
  if (readFlag(entry, 'latest', refuse)) selector.latest = true;
  return [selector];
}

const SELECTOR = ['pacticipant', ...TEXTS, 'mainBranch', 'latest'];
const PARAMETERS = ['q', 'latestby', 'latest', 'environment', 'tag', 'branch', 'mainBranch', 'success', 'ignore', 'limit'];

/**
 * What is named and left empty, as by a variable of CI that is not set, or is misspelt, would be passed over, and all versions judged in
 * place of the one that was meant.
 */
function refuseSlips(fields: Fields, known: string[], { refuse, of }: { refuse: Refuse; of: string }): void {
  for (const name of TEXTS)
    if (known.includes(name) && fields[name] === '')
      refuse(`${name} is empty in ${of}. Is a variable not set? Give it a value, or leave it out.`);
  for (const name of Object.keys(fields)) {
    const meant = known.includes(name) ? undefined : nearestName(name, known);
    if (meant !== undefined) refuse(`There is no ${name} in ${of}. Did you mean ${meant}?`);
  }
}

/** A branch that is to go somewhere means its head, as nobody deploys all that was ever on it. */
const headOfBranch = (selector: VersionSelector): VersionSelector =>
  selector.branch !== undefined || selector.mainBranch ? { ...selector, latest: true } : selector;

function readTarget(fields: Fields, refuse: Refuse): Target | undefined {
  const isMainBranch = readFlag(fields, 'mainBranch', refuse);
  const given = [
    ...(['environment', 'tag', 'branch'] as const).filter((name) => fields[name] !== undefined),
    ...(isMainBranch ? (['mainBranch'] as const) : []),
  ];
  if (given.length > 1) refuse(`${given.join(' and ')} cannot be the target together. Ask once for each.`);
  const latest = readFlag(fields, 'latest', refuse);
  if (given[0] === 'environment') return { kind: 'environment', environment: String(fields.environment) };
  if (given[0] === 'tag') return { kind: 'tag', tag: String(fields.tag), latest };
  if (given[0] === 'branch') return { kind: 'branch', branch: String(fields.branch) };
  if (given[0] === 'mainBranch') return { kind: 'main-branch' };
  return latest ? { kind: 'latest' } : undefined;
}

/** Whatever is neither true nor false would widen the question in silence, and so change its verdict. */
function readFlag(fields: Fields, name: string, refuse: Refuse): boolean {
  const value = fields[name] ?? '';
  if (!['true', 'false', ''].includes(String(value))) refuse(`${name} is "${value}", and must be true or false.`);
  return value === 'true';
}

const RESULTS: Record<string, boolean | null> = { true: true, false: false, null: null, '': null };

function readSuccess(success: unknown, refuse: Refuse): (boolean | null)[] {
  return [success ?? []].flat().map((value) => {
    const result = RESULTS[String(value)];
    if (result === undefined) refuse(`success is "${value}", and must be true, false or null.`);
    return result ?? null;
  });
}

/** What is to be left out of the answer. */
export function readIgnore(ignore: unknown, refuse: Refuse): MatrixQuery['ignore'] {
  return [ignore ?? []].flat().flatMap((entry) => {
    if (isPlainObject(entry) && entry.version === '') refuse('The version of an ignore is empty. Give it a value, or leave it out.');
    if (isPlainObject(entry) && typeof entry.pacticipant === 'string' && entry.pacticipant !== '')
      return [{ pacticipant: entry.pacticipant, ...(typeof entry.version === 'string' ? { version: entry.version } : {}) }];
    refuse('ignore names no pacticipant. Give ignore[][pacticipant]=NAME with each.');
    return [];
  });
}
