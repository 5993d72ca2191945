/** How bad a change is: an error breaks someone, a warning may (the documents alone cannot say), an info does not. */
export type Level = 'error' | 'warning' | 'info';

/** Whose values a rule is about: `none` for what is neither sent nor answered (paths, security, tags). */
export type Direction = 'request' | 'response' | 'none';

export type Area =
  | 'components'
  | 'headers'
  | 'info'
  | 'parameters'
  | 'paths'
  | 'requestBody'
  | 'responses'
  | 'schema'
  | 'security'
  | 'servers'
  | 'tags';

/** One kind of change. The three sentences are what `explain` prints. */
export interface Rule {
  readonly id: string;
  readonly level: Level;
  readonly direction: Direction;
  readonly area: Area;
  /** What was changed. */
  readonly means: string;
  /** Who it breaks and how, or why it does not. */
  readonly breaks: string;
  /** How to reach the same without breaking anyone. */
  readonly instead: string;
}

type Terse = readonly [id: string, level: Level, direction: Direction, area: Area, means: string, breaks: string, instead: string];

/** A family's rules, written as rows. */
export function rulesOf(rows: readonly Terse[]): Rule[] {
  return rows.map(([id, level, direction, area, means, breaks, instead]) => ({ id, level, direction, area, means, breaks, instead }));
}
