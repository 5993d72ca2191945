import { isPlainObject } from '../pacts/faithful-json.ts';

/** Which versions a clean-up keeps: those that meet every condition given. */
export interface KeepRule {
  pacticipant?: string;
  /** true: any branch. Likewise `tag`. */
  branch?: string | true;
  tag?: string | true;
  mainBranch?: true;
  environment?: string;
  deployed?: true;
  released?: true;
  /** Only the newest of the pacticipant, or the head of the branch or tag that is named. */
  latest?: true;
  /** Days since the version was created. */
  maxAge?: number;
}

/** A rule, and how it was written. */
export interface WrittenRule {
  rule: KeepRule;
  text: string;
}

const TEXTS = ['pacticipant', 'branch', 'tag', 'environment'];
const FLAGS = ['mainBranch', 'deployed', 'released', 'latest'];
const TEXT_OR_TRUE = ['branch', 'tag'];
const KNOWN = [...TEXTS, ...FLAGS, 'maxAge'];
const MOST_RULES = 100;
const MOST_DAYS = 36_500;

/** Longer names that the reference broker also takes. */
const ALIASES = new Map([
  ['pacticipantName', 'pacticipant'],
  ['environmentName', 'environment'],
]);

/** Reads a list of keep-rules as the reference broker's clean task takes them. Hands back a sentence for each thing that is wrong. */
export function readKeepRules(list: unknown): { rules: WrittenRule[]; problems: string[] } {
  if (!Array.isArray(list)) return { rules: [], problems: ['The rules must be a list, [{"max_age":90}] for example.'] };
  if (list.length === 0)
    return { rules: [], problems: ['The list is empty. Give a rule; [{"latest":true}] adds nothing to what always stays.'] };
  if (list.length > MOST_RULES) return { rules: [], problems: [`There are ${list.length} rules; ${MOST_RULES} are the most.`] };
  const problems: string[] = [];
  const rules: WrittenRule[] = [];
  for (const [index, entry] of list.entries()) {
    const fields = isPlainObject(entry) ? conditionsOf(entry) : {};
    const found = isPlainObject(entry) ? problemsOf(fields) : ['is not an object.'];
    problems.push(...found.map((problem) => `Rule ${index + 1}: ${problem}`));
    if (found.length === 0) rules.push({ rule: fields, text: JSON.stringify(entry) });
  }
  return { rules, problems };
}

/** The same, from JSON. */
export function parseKeepRules(json: unknown): ReturnType<typeof readKeepRules> {
  try {
    return readKeepRules(JSON.parse(json as string));
  } catch {
    return { rules: [], problems: ['The rules are not JSON. Give a list, [{"max_age":90}] for example.'] };
  }
}

/** Members under one name each, what is unknown under its own; false says as much as nothing. */
function conditionsOf(entry: Record<string, unknown>): KeepRule {
  const named = Object.entries(entry).map(([name, value]) => {
    const camel = name.replaceAll(/(?<=[a-z])_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const known = ALIASES.get(camel) ?? camel;
    return [KNOWN.includes(known) ? known : name, value] as const;
  });
  return Object.fromEntries(named.filter(([, value]) => value !== false && value !== null));
}

function problemsOf(rule: KeepRule): string[] {
  const problems = Object.entries(rule).flatMap(([name, value]) => valueProblem(name, value));
  if (problems.length > 0) return problems;
  if (Object.keys(rule).length === 0) return ['keeps every version. Turn the clean-up off instead, or give a condition.'];
  if (rule.latest === undefined) return [];
  const others = (['maxAge', 'environment', 'deployed', 'released'] as const).filter((name) => rule[name] !== undefined).map(written);
  if (others.length > 0) problems.push(`latest cannot be combined with ${others.join(' and ')}. Give each a rule of its own.`);
  const heads = (['branch', 'mainBranch', 'tag'] as const).filter((name) => rule[name] !== undefined).map(written);
  if (heads.length > 1) problems.push(`latest cannot be combined with ${heads.join(' and ')} together. Give each a rule of its own.`);
  return problems;
}

function valueProblem(name: string, value: unknown): string[] {
  if (!KNOWN.includes(name)) return [`${JSON.stringify(name).slice(0, 80)} is no condition. There are ${KNOWN.map(written).join(', ')}.`];
  if (name === 'maxAge') {
    const days = Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_DAYS;
    return days ? [] : [`max_age must be a whole number of days from 0 to ${MOST_DAYS}.`];
  }
  if (TEXTS.includes(name) && typeof value === 'string' && value !== '') return [];
  if ((FLAGS.includes(name) || TEXT_OR_TRUE.includes(name)) && value === true) return [];
  if (TEXT_OR_TRUE.includes(name)) return [`${name} must be a name, or true for any.`];
  return [`${written(name)} must be ${TEXTS.includes(name) ? 'a name' : 'true or false'}.`];
}

const written = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
