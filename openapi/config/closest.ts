import { distance } from 'fastest-levenshtein';

/** The candidates that a mistyped word probably means, nearest first, at most three; empty when none is near. */
export function closest(word: string, candidates: Iterable<string>): string[] {
  const allowed = Math.max(2, Math.floor(word.length / 3));
  return [...candidates]
    .map((candidate) => ({ candidate, distance: nearness(word.toLowerCase(), candidate, allowed) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** Edits; or, for words put in another order or left out, a little for each word that only one of the two has. */
function nearness(word: string, candidate: string, allowed: number): number {
  const byWords = differingWords(word, candidate) * 3 + 1;
  return Math.abs(word.length - candidate.length) > allowed ? byWords : Math.min(distance(word, candidate), byWords);
}

function differingWords(a: string, b: string): number {
  return new Set(a.split('-')).symmetricDifference(new Set(b.split('-'))).size;
}
