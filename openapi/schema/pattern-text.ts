import type { CharSet } from 'refa';

/** What a reader takes in at a glance, first. */
const READABLE = [...'aA0-_x1. /@:+!~'].map((character) => character.codePointAt(0) ?? 0);

/** One text of the sets of characters that may follow each other. */
export function readableWord(word: readonly CharSet[], preferred: readonly number[] = READABLE): string {
  return String.fromCodePoint(...word.map((characters) => readable(characters, preferred)));
}

function readable(characters: CharSet, preferred: readonly number[]): number {
  const found = [...preferred, ...READABLE].find((code) => characters.has(code));
  if (found !== undefined) return found;
  // Printable ones before control characters, and no half of a character.
  const { ranges } = characters;
  const printable = ranges.find(({ max }) => max >= 0x21 && max !== 0x7f);
  return printable ? Math.max(printable.min, Math.min(0x21, printable.max)) : (ranges[0]?.min ?? 0x61);
}
