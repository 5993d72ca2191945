import type { IgnoredChange } from '../config/apply-config.ts';
import type { Ignore } from '../config/config.ts';
import { countText } from './counts.ts';
import { type Entry, entriesOf } from './entries.ts';

export interface IgnoredEntry {
  readonly entry: Entry;
  readonly by: Ignore;
}

/** What was ignored, told once as well: by each entry of the ignore list. */
export function ignoredEntries(ignored: readonly IgnoredChange[]): IgnoredEntry[] {
  return [...Map.groupBy(ignored, ({ by }) => by)].flatMap(([by, each]) =>
    entriesOf(each.map(({ change }) => change)).map((entry) => ({ entry, by })),
  );
}

/** `8 changes at 12 places ignored`: counted as they are told. */
export function ignoredHeadline(ignored: readonly IgnoredChange[]): string {
  return `${countText({ entries: ignoredEntries(ignored).length, places: ignored.length }, 'change')} ignored`;
}
