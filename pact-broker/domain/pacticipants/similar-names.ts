/** Case, spaces, dashes, underscores and a "service" at the end are where the same name is usually written differently. */
const essence = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '')
    .replace(/service$/, '');

/** The existing names that a new name is probably meant to be. An exact match is not similar, it is the same. */
export function similarNames(name: string, existing: string[]): string[] {
  const wanted = essence(name);
  return existing.filter((other) => other !== name && essence(other) === wanted);
}
