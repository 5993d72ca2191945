import type { Change } from '../checks/change.ts';
import type { Level } from '../checks/rule.ts';
import { componentPlace } from '../document/component-place.ts';
import { type Entry, entriesOf, operationOf } from './entries.ts';

export const LEVELS: readonly Level[] = ['error', 'warning', 'info'];

const rank = ({ level }: { readonly level: Level }) => LEVELS.indexOf(level);

/** The entries of one component or operation, worst first. */
export interface Section {
  readonly kind: 'component' | 'operation' | 'api';
  readonly title: string;
  /** Null unless it is an operation. */
  readonly method: string | null;
  readonly path: string | null;
  readonly entries: readonly Entry[];
}

/** The section with the worst entry comes first, components before operations; equals stay in the order of the document. */
export function sectionsOf(changes: readonly Change[]): Section[] {
  return sectionsOfEntries(entriesOf(changes));
}

export function sectionsOfEntries(entries: readonly Entry[]): Section[] {
  return [...Map.groupBy(entries, ({ shared, change }) => (shared ? `component ${nameOf(change)}` : operationOf(change))).values()]
    .map(sectionOf)
    .sort((a, b) => rank(a.entries[0]!) - rank(b.entries[0]!) || Number(b.kind === 'component') - Number(a.kind === 'component'));
}

function sectionOf(entries: readonly Entry[]): Section {
  const { shared, change } = entries[0]!;
  const sorted = entries.toSorted((a, b) => rank(a) - rank(b));
  if (shared) return { kind: 'component', title: nameOf(change), method: null, path: null, entries: sorted };
  const { method, path } = change;
  return { kind: path === null ? 'api' : 'operation', title: operationOf(change), method, path, entries: sorted };
}

/** The component that a change is written in, without the way within it. */
export function nameOf({ base, revision, component }: Change): string {
  const names = [base, revision].map((pointer) => componentPlace(pointer ?? '')?.name);
  return names.find((name) => name !== undefined && component?.startsWith(name)) ?? component ?? '';
}
