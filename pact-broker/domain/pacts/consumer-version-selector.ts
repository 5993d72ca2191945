import { isPlainObject } from './faithful-json.ts';

/** Which consumer versions' pacts a provider wants to verify. Each selector is of one kind. */
export type ConsumerVersionSelector = { consumer?: string } & (
  | { kind: 'main-branch' }
  | { kind: 'branch'; branch: string; fallbackBranch?: string }
  | { kind: 'tag'; tag: string; latest: boolean; fallbackTag?: string }
  | { kind: 'latest' }
  | { kind: 'environment'; deployed: boolean; released: boolean; environment?: string }
);

const TEXTS = ['branch', 'fallbackBranch', 'tag', 'fallbackTag', 'environment', 'consumer'];
const FLAGS = ['mainBranch', 'matchingBranch', 'latest', 'deployed', 'released', 'deployedOrReleased'];

/** What one selector must be exactly one of, and how each is recognised. */
const KINDS: [name: string, is: (s: Record<string, unknown>) => boolean][] = [
  ['mainBranch', (s) => s.mainBranch === true],
  ['matchingBranch', (s) => s.matchingBranch === true],
  ['branch', (s) => s.branch !== undefined],
  ['tag', (s) => s.tag !== undefined],
  ['deployed, released, deployedOrReleased or environment', (s) => isEnvironment(s)],
];

const isEnvironment = (s: Record<string, unknown>) =>
  s.deployed === true || s.released === true || s.deployedOrReleased === true || s.environment !== undefined;

export interface SelectorContext {
  providerVersionBranch: string | undefined;
}

/** Reads a list of selectors as clients send them. Hands back the selectors, or a sentence for each thing that is wrong. */
export function readSelectors(list: unknown, context: SelectorContext): { selectors: ConsumerVersionSelector[]; problems: string[] } {
  if (list === undefined || list === null) return { selectors: [], problems: [] };
  if (!Array.isArray(list)) return { selectors: [], problems: ['consumerVersionSelectors must be a list.'] };
  const problems: string[] = [];
  const selectors: ConsumerVersionSelector[] = [];
  for (const [index, entry] of list.entries()) {
    const found = isPlainObject(entry) ? problemsOf(entry, context) : ['is not an object.'];
    if (found.length === 0) selectors.push(selectorOf(entry, context));
    problems.push(...found.map((problem) => `consumerVersionSelectors[${index}]: ${problem}`));
  }
  return { selectors, problems };
}

function problemsOf(s: Record<string, unknown>, { providerVersionBranch }: SelectorContext): string[] {
  const problems = [
    ...TEXTS.filter((name) => s[name] !== undefined && (typeof s[name] !== 'string' || s[name] === '')).map(
      (name) => `${name} must be a text.`,
    ),
    ...FLAGS.filter((name) => s[name] !== undefined && typeof s[name] !== 'boolean').map((name) => `${name} must be true or false.`),
  ];
  if (problems.length > 0) return problems;
  const kinds = KINDS.filter(([, is]) => is(s)).map(([name]) => name);
  if (kinds.length > 1) problems.push(`${kinds.join(' and ')} contradict each other. Give each a selector of its own.`);
  if (kinds.length === 0 && s.latest !== true)
    problems.push('selects nothing. Give mainBranch, branch, tag, deployedOrReleased, environment or another.');
  if (s.latest === true && kinds.some((kind) => kind !== 'tag' && kind !== 'branch'))
    problems.push(`latest cannot be combined with ${kinds[0]}.`);
  if (s.fallbackTag !== undefined && s.tag === undefined) problems.push('fallbackTag needs a tag that it stands in for.');
  if (s.fallbackBranch !== undefined && s.branch === undefined) problems.push('fallbackBranch needs a branch that it stands in for.');
  if (s.matchingBranch === true && providerVersionBranch === undefined)
    problems.push('matchingBranch needs providerVersionBranch, the branch to match.');
  return problems;
}

function selectorOf(s: Record<string, unknown>, { providerVersionBranch }: SelectorContext): ConsumerVersionSelector {
  const consumer = s.consumer === undefined ? {} : { consumer: s.consumer as string };
  if (s.mainBranch === true) return { ...consumer, kind: 'main-branch' };
  if (s.matchingBranch === true) return { ...consumer, kind: 'branch', branch: providerVersionBranch as string };
  if (s.branch !== undefined) {
    return {
      ...consumer,
      kind: 'branch',
      branch: s.branch as string,
      ...(s.fallbackBranch ? { fallbackBranch: s.fallbackBranch as string } : {}),
    };
  }
  if (s.tag !== undefined) {
    return {
      ...consumer,
      kind: 'tag',
      tag: s.tag as string,
      latest: s.latest === true,
      ...(s.fallbackTag ? { fallbackTag: s.fallbackTag as string } : {}),
    };
  }
  if (!isEnvironment(s)) return { ...consumer, kind: 'latest' };
  const both = s.deployedOrReleased === true || (s.deployed !== true && s.released !== true);
  const environment = s.environment === undefined ? {} : { environment: s.environment as string };
  return { ...consumer, kind: 'environment', deployed: both || s.deployed === true, released: both || s.released === true, ...environment };
}
