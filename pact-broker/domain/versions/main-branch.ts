const CANDIDATES = new Set(['develop', 'main', 'master']);

/** The first of these names that is one a main branch usually has. */
export const likelyMainBranch = (names: string[]): string | undefined => names.find((name) => CANDIDATES.has(name));
