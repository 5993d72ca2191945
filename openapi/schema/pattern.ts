const compiled = new Map<string, RegExp | undefined>();

/** A pattern of a schema as a regular expression: unicode as the standard wants it, plain when it is only valid so. */
export function regexOf(pattern: string): RegExp | undefined {
  if (!compiled.has(pattern)) compiled.set(pattern, compile(pattern, 'u') ?? compile(pattern, ''));
  return compiled.get(pattern);
}

function compile(pattern: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}

/** undefined when the pattern is not one that JavaScript knows, or the text is long enough for a hostile one to hang on. */
export function matchesPattern(text: string, pattern: string): boolean | undefined {
  if (text.length > 200 || pattern.length > 2_000 || isHostile(pattern)) return undefined;
  return regexOf(pattern)?.test(text);
}

/** A repeated group that itself repeats something: what catastrophic backtracking is made of. */
function isHostile(pattern: string): boolean {
  return /\([^()]*[+*{][^()]*\)[+*{]/.test(pattern) && pattern.length > 0 && /[+*]\)[+*]/.test(pattern);
}

/** Every text that the first pattern matches, the second matches too: proven for the same, for anything, and for plain character runs. */
export function patternWithin(narrow: string, wide: string): boolean {
  if (narrow === wide || matchesEverything(wide)) return true;
  const [a, b] = [runOf(narrow), runOf(wide)];
  return a !== undefined && b !== undefined && a.least >= b.least && a.most <= b.most && charactersWithin(a.characters, b.characters);
}

export function matchesEverything(pattern: string): boolean {
  return /^\^?(\(\?:)?(\.\*|\[\\s\\S\]\*|\[\^\]\*)?\)?\$?$/.test(pattern);
}

interface Run {
  readonly characters: string;
  readonly least: number;
  readonly most: number;
}

/** `^[a-z]+$` and its like: one character class, repeated, from start to end; `.+` without anchors is one too. */
function runOf(pattern: string): Run | undefined {
  if (pattern === '.+') return { characters: '[^]', least: 1, most: Number.POSITIVE_INFINITY };
  const parts = /^\^(\[(?:[^\\\]]|\\.)*\]|\\[dwsDWS]|\.)(\+|\*|\?|\{(\d+)(,(\d*))?\})?\$$/s.exec(pattern);
  if (!parts) return undefined;
  const [, characters = '', quantifier, from, comma, to] = parts;
  if (quantifier === '+') return { characters, least: 1, most: Number.POSITIVE_INFINITY };
  if (quantifier === '*') return { characters, least: 0, most: Number.POSITIVE_INFINITY };
  if (quantifier === '?') return { characters, least: 0, most: 1 };
  if (quantifier === undefined) return { characters, least: 1, most: 1 };
  const least = Number(from);
  return { characters, least, most: comma === undefined ? least : to ? Number(to) : Number.POSITIVE_INFINITY };
}

/** Looks at every character of the basic plane: 65,536 tests of one character take a few milliseconds, once per pair. */
function charactersWithin(narrow: string, wide: string): boolean {
  const [a, b] = [regexOf(`^${narrow}$`), regexOf(`^${wide}$`)];
  if (!a || !b) return false;
  for (let code = 0; code < 0x10000; code++) {
    const character = String.fromCharCode(code);
    if (a.test(character) && !b.test(character)) return false;
  }
  return true;
}
