import { findRule, rules } from '../checks/registry.ts';
import type { Level } from '../checks/rule.ts';
import { closest } from './closest.ts';
import { recognize } from './oasdiff-messages.ts';

/** An entry of `ignore`, with the line of the list that it comes from. */
export interface ConvertedIgnore {
  readonly id: string;
  readonly path?: string;
  readonly method?: string;
  readonly message?: string;
  readonly reason: string;
}

/** A line that says something to oasdiff and could not be carried over. */
export interface LeftLine {
  readonly line: number;
  readonly text: string;
  readonly why: string;
}

export interface Converted {
  readonly levels: readonly { readonly id: string; readonly level: Level }[];
  readonly ignore: readonly ConvertedIgnore[];
  readonly left: readonly LeftLine[];
  /** Lines that oasdiff reads over as well: they name no path and no component. */
  readonly remarks: readonly string[];
}

const LEVELS: Readonly<Record<string, Level | 'none'>> = {
  err: 'error',
  error: 'error',
  warn: 'warning',
  warning: 'warning',
  info: 'info',
  none: 'none',
};
const METHODS = /\b(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE|CONNECT|QUERY)\s+\/\S*/i;

/**
 * What oasdiff's files of ignored changes (`--err-ignore`, `--warn-ignore`: a line of free text a change, with `METHOD /path`
 * or `components`, and its sentence) and of levels (`--severity-levels`: `rule-id level`) are in a config of ours.
 */
export function convertIgnores(text: string, file: string): Converted {
  const converted = {
    levels: [] as { id: string; level: Level }[],
    ignore: [] as ConvertedIgnore[],
    left: [] as LeftLine[],
    remarks: [] as string[],
  };
  for (const [index, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const at = `${file}:${index + 1}`;
    const leave = (why: string) => converted.left.push({ line: index + 1, text: line, why });
    const [, id, level] = /^([a-z\d-]+)\s+(err|error|warn|warning|info|none)$/i.exec(line) ?? [];
    if (id !== undefined) convertLevel(id, LEVELS[level!.toLowerCase()]!, { converted, at, leave });
    else convertLine(line, { converted, at, leave });
  }
  return converted;
}

interface Context {
  readonly converted: { levels: { id: string; level: Level }[]; ignore: ConvertedIgnore[]; remarks: string[] };
  readonly at: string;
  readonly leave: (why: string) => void;
}

function convertLevel(id: string, level: Level | 'none', { converted, at, leave }: Context): void {
  if (!findRule(id)) {
    const near = closest(
      id,
      rules.map((rule) => rule.id),
    );
    leave(`there is no rule "${id}"${near.length > 0 ? `; did you mean ${near.join(' or ')}?` : ''}`);
  } else if (level === 'none') converted.ignore.push({ id, reason: `switched off in ${at}` });
  else {
    // Of a rule that is there twice the last line counts, and our config refuses a key that is there twice.
    const before = converted.levels.findIndex((each) => each.id === id);
    converted.levels.splice(before < 0 ? converted.levels.length : before, before < 0 ? 0 : 1, { id, level });
  }
}

function convertLine(line: string, { converted, at, leave }: Context): void {
  const operation = METHODS.exec(line);
  const path = operation ? operation[0].slice(operation[1]!.length).trim() : /(?:^|\s)(\/\S*)/.exec(line)?.[1];
  const recognized = recognize(line);
  if (path !== undefined && !operation) leave('a path needs its method before it, as in "GET /path": without it oasdiff ignores nothing');
  else if (recognized) converted.ignore.push(ignoreOf(recognized, { operation, path, reason: `${line} (${at})` }));
  else if (path !== undefined || /\bcomponents\b/i.test(line))
    leave('no rule has this sentence; add the id of the rule in brackets, as the format singleline prints it: [rule-id]');
  else converted.remarks.push(line);
}

function ignoreOf(
  { id, words }: { id: string; words: readonly string[] },
  { operation, path, reason }: { operation: RegExpExecArray | null; path: string | undefined; reason: string },
): ConvertedIgnore {
  const message = words.length > 0 ? { message: `*${words.map((word) => word.replaceAll('*', '\\*')).join('*')}*` } : {};
  return { id, ...(operation && path !== undefined ? { path, method: operation[1]!.toUpperCase() } : {}), ...message, reason };
}
