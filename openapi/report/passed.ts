import type { Change } from '../checks/change.ts';
import type { Level } from '../checks/rule.ts';
import { countsText } from './counts.ts';
import { entriesOf } from './entries.ts';
import { LEVELS } from './sections.ts';

/** Says that exit code 0 is no yes: what breaks or may break and was let through; undefined when nothing was, or when the exit code is 1. */
export function passedText(changes: readonly Change[], failOn: Level | 'none'): string | undefined {
  const fails = ({ level }: Change) => failOn !== 'none' && LEVELS.indexOf(level) <= LEVELS.indexOf(failOn);
  const doubts = entriesOf(changes.filter(({ level }) => level !== 'info'));
  if (doubts.length === 0 || changes.some(fails)) return undefined;
  const verb = doubts.length === 1 ? 'was' : 'were';
  return `exit code 0: ${countsText(doubts)} ${verb} let through, because --fail-on is ${failOn}`;
}
