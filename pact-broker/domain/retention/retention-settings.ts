import type { WrittenRule } from './keep-rule.ts';

/** What an operator may set about clean-ups. */
export interface RetentionSettings {
  /** Absent: nothing is cleaned up by itself. */
  rules: WrittenRule[] | undefined;
  /** Minutes from the end of one clean-up to the next. */
  every: number;
  /** Versions that one clean-up deletes at the most. */
  limit: number;
}

export const defaultRetentionSettings: RetentionSettings = { rules: undefined, every: 60, limit: 1000 };
