import { distance } from 'fastest-levenshtein';

/** The candidate that a mistyped name probably means, whatever its case; undefined where none is near. */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  const allowed = Math.max(2, Math.floor(name.length / 3));
  let nearest: { candidate: string; edits: number } | undefined;
  for (const candidate of candidates) {
    if (candidate === name || Math.abs(candidate.length - name.length) > allowed) continue;
    const edits = distance(name.toLowerCase(), candidate.toLowerCase());
    if (edits <= allowed && edits < (nearest?.edits ?? Number.POSITIVE_INFINITY)) nearest = { candidate, edits };
  }
  return nearest?.candidate;
}

/** A question that ends a sentence about a name that there is not; empty where no name is near. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const nearest = nearestName(name, candidates);
  return nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
}
