import type { Level } from '../checks/rule.ts';
import { closest } from './closest.ts';
import type { Config, Ignore, LevelRule } from './config.ts';
import { type Located, parseLocated } from './located.ts';
import { rulePattern } from './rule-pattern.ts';

const LEVELS: readonly Level[] = ['error', 'warning', 'info'];
const KEYS = ['levels', 'ignore', 'deprecationDays', 'openEnums'];
const IGNORE_KEYS = ['id', 'path', 'method', 'component', 'message', 'fingerprint', 'reason', 'expires'];

/** One of these an entry of ignore must have; the others narrow it down. */
const WHAT = ['id', 'path', 'component', 'fingerprint'];

/** Reads a config file's text, YAML or JSON. Throws ConfigError with line and column for whatever it does not know. */
export function parseConfig(text: string, file: string): Config {
  const root = parseLocated(text, file);
  const levels: LevelRule[] = [];
  const ignore: Ignore[] = [];
  let deprecationDays = 0;
  let openEnums = false;
  if (root.value === null) return { file, levels, ignore, deprecationDays, openEnums };
  for (const [key, value] of root.members('the config')) {
    if (key.value === 'levels') for (const [id, level] of value.members('levels')) levels.push(...levelsOf(id, level));
    else if (key.value === 'ignore') ignore.push(...value.items('ignore').map(ignoreOf));
    else if (key.value === 'deprecationDays') deprecationDays = daysOf(value);
    else if (key.value === 'openEnums') openEnums = yesOrNo(value);
    else key.fail(`there is no setting "${key.value}"; ${suggestion(key.value, KEYS)}`);
  }
  return { file, levels, ignore, deprecationDays, openEnums };
}

function yesOrNo(at: Located): boolean {
  return typeof at.value === 'boolean' ? at.value : at.fail(`openEnums must be true or false, not ${JSON.stringify(at.value)}`);
}

function daysOf(at: Located): number {
  const { value } = at;
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 36_500
    ? Number(value)
    : at.fail(`deprecationDays must be a whole number of days, not ${JSON.stringify(value)}`);
}

/** One level for a rule, or levels by component. */
function levelsOf(key: Located, value: Located): LevelRule[] {
  const id = ruleId(key);
  if (typeof value.value !== 'object' || value.value === null || Array.isArray(value.value)) return [{ id, level: levelOf(value) }];
  const byComponent = value.members(`the levels of ${id}`);
  return byComponent.map(([component, level]) => ({ id, component: textOf(component, 'a component'), level: levelOf(level) }));
}

function ruleId(at: Located): string {
  return rulePattern(textOf(at, 'a rule id'), (reason) => at.fail(reason));
}

function levelOf(at: Located): Level {
  const level = LEVELS.find((each) => each === at.value);
  return level ?? at.fail(`a level must be one of ${LEVELS.join(', ')}, not ${JSON.stringify(at.value)}`);
}

function ignoreOf(at: Located): Ignore {
  const ignore: Record<string, string> = {};
  for (const [key, value] of at.members('an entry of ignore')) {
    if (!IGNORE_KEYS.includes(key.value))
      key.fail(`there is no "${key.value}" in an entry of ignore; ${suggestion(key.value, IGNORE_KEYS)}`);
    ignore[key.value] = ignoreValue(key.value, value);
  }
  const { reason } = ignore;
  if (reason === undefined) at.fail('an entry of ignore must say why: give it a reason');
  if (WHAT.every((key) => ignore[key] === undefined))
    at.fail('an entry of ignore must say what: give it an id, a path, a component or a fingerprint');
  return { ...ignore, reason, location: at.location };
}

function ignoreValue(key: string, value: Located): string {
  if (key === 'id') return ruleId(value);
  const text = textOf(value, `"${key}"`);
  if (key === 'fingerprint' && !/^[\da-f]{12}$/.test(text))
    value.fail(`a fingerprint is twelve hex digits in quotes, not ${JSON.stringify(text)}`);
  if (key === 'expires' && !isDay(text)) value.fail(`"expires" must be a day as YYYY-MM-DD, not ${JSON.stringify(text)}`);
  if (key === 'path' && !text.startsWith('/') && !text.startsWith('*'))
    value.fail(`a path begins with /, not as in ${JSON.stringify(text)}`);
  return key === 'method' ? text.toUpperCase() : text;
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** A fingerprint of digits alone is a number to YAML, and one like 12e456789012 would be another number: those want quotes. */
function textOf(at: Located, what: string): string {
  if (typeof at.value === 'number') at.fail(`${what} must be a text: put quotes around ${at.value}`);
  if (typeof at.value !== 'string' || at.value.trim() === '') at.fail(`${what} must be a text that is not empty`);
  return String(at.value);
}

function suggestion(word: string, known: string[]): string {
  const near = closest(word, known);
  return near.length > 0 ? `did you mean ${near.join(' or ')}?` : `known are ${known.join(', ')}`;
}
