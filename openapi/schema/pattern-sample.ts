import { matchesPattern } from './pattern.ts';

/** Texts that match a pattern, as far as a walk through its simplest reading finds some; checked, so that none is wrong. */
export function textsFor(pattern: string, lengths: readonly number[]): string[] {
  const core = pattern.replace(/^\^/, '').replace(/\$$/, '');
  const simple = core
    .replaceAll(/\(\?[:=!][^)]*\)/g, '')
    .replaceAll(/\[([^\]])[^\]]*\](\{(\d+)[^}]*\}|[+*?])?/g, (_, first: string, quantifier?: string, count?: string) =>
      repeat(first === '\\' ? 'a' : first, quantifier, count),
    )
    .replaceAll(/\\d(\{(\d+)[^}]*\}|[+*?])?/g, (_, quantifier?: string, count?: string) => repeat('1', quantifier, count))
    .replaceAll(/\\w(\{(\d+)[^}]*\}|[+*?])?/g, (_, quantifier?: string, count?: string) => repeat('a', quantifier, count))
    .replaceAll(/\\(.)/g, '$1')
    .replaceAll(/[()+*?]/g, '');
  const runs = lengths
    .filter((length) => length > 0 && length < 500)
    .flatMap((length) => ['a', 'A', '1', 'z', '-'].map((letter) => letter.repeat(length)));
  const candidates = [simple, `${simple}a`, `a${simple}`, ...runs, '', 'a', 'Ab', 'a1', '1', 'x-a', '_', ' '];
  return candidates.filter((text) => matchesPattern(text, pattern) === true).slice(0, 8);
}

function repeat(letter: string, quantifier: string | undefined, count: string | undefined): string {
  return quantifier === '?' || quantifier === '*' ? '' : letter.repeat(Math.min(Number(count ?? 1), 50));
}
