import type { Level } from '@concordat/openapi';

export const FAIL_ON = ['error', 'warning', 'none'] as const;

export type FailOn = (typeof FAIL_ON)[number];

/** The exit code for what was found: 1 from the asked level on, 0 below. */
export function exitCodeFor(changes: readonly { level: Level }[], failOn: FailOn): 0 | 1 {
  if (failOn === 'none') return 0;
  return changes.some(({ level }) => level === 'error' || level === failOn) ? 1 : 0;
}
