import type { AST } from '@eslint-community/regexpp';
import { regexpp } from './pattern-libraries.ts';

/** A pattern as JavaScript reads it. */
export interface PatternTree {
  /** Without the escapes that need none, which unicode mode refuses. */
  readonly source: string;
  readonly flags: 'u' | '';
  readonly tree: AST.Pattern;
}

/** A longer pattern, or one whose groups are nested deeper, is not read: the parsers of this world recurse. */
const LONGEST = 5_000;
const DEEPEST = 100;

const trees = new Map<string, PatternTree | undefined>();

/** undefined for what JavaScript does not know, and for other dialects that it would read as something else (`\A`, `[[:alpha:]]`). */
export function treeOf(pattern: string): PatternTree | undefined {
  if (trees.size > 10_000) trees.clear();
  if (!trees.has(pattern)) trees.set(pattern, read(pattern));
  return trees.get(pattern);
}

function read(pattern: string): PatternTree | undefined {
  if (pattern.length > LONGEST || nesting(pattern) > DEEPEST) return undefined;
  const plain = withoutNeedlessEscapes(pattern);
  return parse(pattern, 'u') ?? parse(plain, 'u') ?? (isOtherDialect(plain) ? undefined : parse(plain, ''));
}

function parse(source: string, flags: 'u' | ''): PatternTree | undefined {
  try {
    const parser = new (regexpp().RegExpParser)({ ecmaVersion: 2025 });
    const tree = parser.parsePattern(source, undefined, undefined, { unicode: flags === 'u' });
    // What the parser knows, this Node.js may not.
    new RegExp(source, flags);
    return { source, flags, tree };
  } catch {
    return undefined;
  }
}

function nesting(pattern: string): number {
  let [depth, deepest] = [0, 0];
  for (const character of pattern) {
    if (character === '(') deepest = Math.max(deepest, ++depth);
    else if (character === ')') depth--;
  }
  return deepest;
}

/** `\_`, `\@`, `\"` and, outside of classes, `\-` are the characters themselves. */
function withoutNeedlessEscapes(pattern: string): string {
  let inClass = false;
  return pattern.replaceAll(/\\?[\s\S]/g, (found) => {
    if (found === '[') inClass = true;
    if (found === ']') inClass = false;
    const character = found[1];
    if (character === undefined || /[\w^$\\.*+?()[\]{}|/]/.test(character.replace('_', '@')) || (character === '-' && inClass))
      return found;
    return character;
  });
}

/** Escapes of letters that mean something elsewhere, and would here be the letter; POSIX classes. */
function isOtherDialect(source: string): boolean {
  return (
    /\[\[:\w+:\]/.test(source) ||
    (source.match(/\\[\s\S]/g) ?? []).some((letter) => /\\[a-zA-Z]/.test(letter) && !/\\[dDwWsSbBtnrvfcxuk]/.test(letter))
  );
}
