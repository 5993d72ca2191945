/** Whether a text has the form of a pattern, in which `*` stands for anything, also for nothing, and `\*` for itself. */
export type Matches = (text: string) => boolean;

export function matchesPattern(pattern: string): Matches {
  const [first = '', ...rest] = literalsOf(pattern);
  const last = rest.pop();
  if (last === undefined) return (text) => text === first;
  return (text) => {
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
    const end = text.length - last.length;
    let at = first.length;
    for (const part of rest) {
      const found = text.indexOf(part, at);
      if (found < 0 || found + part.length > end) return false;
      at = found + part.length;
    }
    return true;
  };
}

export function isPattern(text: string): boolean {
  return literalsOf(text).length > 1;
}

/** How much a pattern says: of two that match, the one that says more is meant. */
export function exactnessOf(pattern: string): number {
  const literals = literalsOf(pattern);
  return literals.length === 1 ? Number.POSITIVE_INFINITY : literals.join('').length;
}

/** What stands between the stars. */
export function literalsOf(pattern: string): string[] {
  return pattern.split(/(?<!\\)\*/).map((each) => each.replaceAll('\\*', '*'));
}
