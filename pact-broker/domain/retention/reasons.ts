import type { KeepRule, WrittenRule } from './keep-rule.ts';
import type { Evidence, VersionFacts } from './version-facts.ts';

/** Why a version stays. */
export interface Reason {
  kind: 'deployed' | 'released' | 'head' | 'head-pact' | 'awaited' | 'new' | 'rule' | 'evidence';
  text: string;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A build tags, verifies and deploys a version some time after it has created it. */
const NEW = HOUR;

/** Why a version stays: what stays always, then each rule that it meets. Without a reason it goes, but for evidence. */
export const reasonsToStay = (version: VersionFacts, rules: WrittenRule[], now: string): Reason[] => [
  ...lasting(version),
  ...(age(version, now) < NEW ? [because('new', 'created less than an hour ago')] : []),
  ...rules.filter(({ rule }) => meets(version, rule, now)).map(({ text }) => because('rule', `rule ${text}`)),
];

/** Why a provider version stays that nothing else keeps: a pact in use would lose what is known of it. */
export const reasonsOfEvidence = (evidence: Evidence[]): Reason[] =>
  unique(
    evidence.map(({ consumer, is }) =>
      because('evidence', `has the ${is === 'newest' ? 'newest result' : 'first success'} of a pact of ${consumer} in use`),
    ),
  );

function lasting({ newest, branches, tags, deployed, released, headPacts, awaited }: VersionFacts): Reason[] {
  return unique([
    ...deployed.map((name) => because('deployed', `deployed to ${name}`)),
    ...released.map((name) => because('released', `released to ${name}`)),
    ...(newest ? [because('head', 'newest version')] : []),
    ...branches.filter(({ head }) => head).map(({ name }) => because('head', `head of branch ${name}`)),
    ...tags.filter(({ head }) => head).map(({ name }) => because('head', `head of tag ${name}`)),
    ...headPacts.map(({ provider, of, name }) =>
      because(
        'head-pact',
        `has the newest pact with ${provider}${of === 'all' ? '' : ` ${of === 'branch' ? 'on branch' : 'with tag'} ${name}`}`,
      ),
    ),
    ...awaited.map((what) =>
      because('awaited', what === 'webhook' ? 'has a webhook that is not finished' : 'has a pact whose verification is expected'),
    ),
  ]);
}

/** Whether a version meets every condition of a rule. */
function meets(version: VersionFacts, rule: KeepRule, now: string): boolean {
  const { pacticipant, maxAge } = rule;
  if (pacticipant !== undefined && pacticipant !== version.pacticipant) return false;
  if (maxAge !== undefined && age(version, now) >= maxAge * DAY) return false;
  return isInEnvironment(version, rule) && isMarked(version, rule);
}

function isInEnvironment({ deployed, released }: VersionFacts, rule: KeepRule): boolean {
  const { environment } = rule;
  const isIn = (environments: string[]) => (environment === undefined ? environments.length > 0 : environments.includes(environment));
  if (rule.deployed && !isIn(deployed)) return false;
  if (rule.released && !isIn(released)) return false;
  return environment === undefined || isIn(deployed) || isIn(released);
}

function isMarked({ branches, tags, mainBranch, newest }: VersionFacts, { branch, tag, mainBranch: onMain, latest }: KeepRule): boolean {
  const has = (marks: VersionFacts['branches'], wanted: string | true | null) =>
    marks.some(({ name, head }) => (wanted === true || name === wanted) && (!latest || head));
  if (branch !== undefined && !has(branches, branch)) return false;
  if (onMain && !has(branches, mainBranch)) return false;
  if (tag !== undefined && !has(tags, tag)) return false;
  return !latest || branch !== undefined || onMain === true || tag !== undefined || newest;
}

const age = ({ createdAt }: VersionFacts, now: string): number => Date.parse(now) - Date.parse(createdAt);

const because = (kind: Reason['kind'], text: string): Reason => ({ kind, text });

/** A version may be deployed to several instances of one environment. */
const unique = (reasons: Reason[]): Reason[] => [...new Map(reasons.map((reason) => [reason.text, reason])).values()];
