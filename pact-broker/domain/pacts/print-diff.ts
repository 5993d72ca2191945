import type { Difference } from './pact-diff.ts';

const MOST_LINES = 5000;
const MOST_LINES_OF_A_VALUE = 60;
const LONGEST_LINE = 300;
/** Brackets that still follow the last change. */
const TRAILING = 3;

/** A difference as lines of JSON with `-` and `+` in front of what goes and what comes. */
export function printDifference(difference: Difference): string[] {
  const lines: string[] = [];
  print(difference, { name: undefined, depth: 0, comma: '' }, lines);
  const last = lines.findLastIndex((line) => line[0] !== ' ');
  const kept = lines.slice(0, last + 1 + TRAILING);
  return kept.length > MOST_LINES ? [...kept.slice(0, MOST_LINES), ` … ${kept.length - MOST_LINES} more lines`] : kept;
}

interface Place {
  name: string | undefined;
  depth: number;
  /** What follows the value. */
  comma: string;
}

function print(difference: Difference, place: Place, lines: string[]): void {
  const { depth, comma } = place;
  if (difference.kind === 'object') {
    lines.push(begin(' ', place, '{'));
    for (const [name, value] of difference.known) printValue(' ', value, { name, depth: depth + 1, comma: ',' }, lines);
    for (const [at, [name, member]] of difference.members.entries()) {
      print(member, { name, depth: depth + 1, comma: at < difference.members.length - 1 ? ',' : '' }, lines);
    }
    lines.push(indent(' ', depth, `}${comma}`));
  } else if (difference.kind === 'list') {
    lines.push(begin(' ', place, '['));
    for (const [at, [, entry]] of difference.entries.entries()) {
      print(entry, { name: undefined, depth: depth + 1, comma: at < difference.entries.length - 1 ? ',' : '' }, lines);
    }
    lines.push(indent(' ', depth, `]${comma}`));
  } else {
    if (difference.kind !== 'added') printValue('-', difference.before, place, lines);
    if (difference.kind !== 'removed') printValue('+', difference.after, place, lines);
  }
}

function printValue(marker: string, value: unknown, place: Place, lines: string[]): void {
  const json = `${JSON.stringify(value, null, 2)}${place.comma}`.split('\n');
  const shown = json.slice(0, MOST_LINES_OF_A_VALUE);
  shown.forEach((line, at) => {
    lines.push(at === 0 ? begin(marker, place, line) : indent(marker, place.depth, line));
  });
  if (json.length > shown.length) lines.push(indent(marker, place.depth, `  … ${json.length - shown.length} more lines`));
}

const begin = (marker: string, { name, depth }: Place, text: string) =>
  indent(marker, depth, name === undefined ? text : `${JSON.stringify(name)}: ${text}`);

function indent(marker: string, depth: number, text: string): string {
  const shown = text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)} … ${text.length - LONGEST_LINE} more characters` : text;
  return `${marker}${'  '.repeat(depth)}${shown}`;
}
