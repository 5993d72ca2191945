import { type ComponentPlace, componentPlace } from '../document/component-place.ts';
import type { Document } from '../document/document.ts';
import type { Node } from '../document/node.ts';
import type { Budget } from '../schema/budget.ts';
import { type Change, fingerprintOf, groupOf } from './change.ts';
import type { Finding } from './finding.ts';
import { findRule } from './registry.ts';

/** Where findings belong. */
export interface Spot {
  readonly method: string | null;
  readonly path: string | null;
  readonly operationId: string | null;
  /** Drafts and alphas are promised to nobody: what changes in them is told, and breaks no one. */
  readonly promised: boolean;
}

export const WHOLE_DOCUMENT: Spot = { method: null, path: null, operationId: null, promised: true };

/** Places of one change at which an example is looked for before others have their turn; a place may not let one through. */
const FIRST_TRIES = 3;

interface Place {
  readonly pointer: string;
  readonly component: ComponentPlace | undefined;
}

/**
 * The component that was changed. Where one side is a whole component and the other is written where that was referred to, the change
 * is not in the component but in what refers to it.
 */
function componentOf(base: Place | undefined, revision: Place | undefined): string | undefined {
  const isWhole = (place: Place) => place.component?.way === '';
  const place = base && !(revision && isWhole(base) && !isWhole(revision)) ? base.component : revision?.component;
  // What was the only alternative was the whole.
  const other = revision?.component;
  const way = place && other?.name === place.name && place.way.startsWith(other.way) ? other.way : place?.way;
  return place && `${place.name}${way}`;
}

/** An example that is looked for when every change has had its turn. */
interface Postponed {
  readonly at: number;
  readonly example: NonNullable<Finding['example']>;
}

/** Turns findings into changes: with the rule's level and area, pointers, a fingerprint, and an example where there is time for one. */
export class Collector {
  readonly changes: Change[] = [];
  readonly #base: Document;
  readonly #revision: Document;
  readonly #seen = new Set<string>();
  readonly #budget: Budget;
  #examplesLeft: number;
  readonly #tries = new Map<string, number>();
  readonly #postponed: Postponed[] = [];
  readonly #places = new Map<Node, Place>();
  readonly #groups = new Map<string, string>();

  constructor(base: Document, revision: Document, { counterExamples, budget }: { counterExamples: number; budget: Budget }) {
    this.#base = base;
    this.#revision = revision;
    this.#budget = budget;
    this.#examplesLeft = counterExamples;
  }

  add(spot: Spot, findings: readonly Finding[]): void {
    for (const finding of findings) this.#addOne(spot, finding);
  }

  /** All changes, with the examples that could wait. */
  finish(): Change[] {
    for (const { at, example } of this.#postponed) {
      const counterExample = this.#look(example);
      if (counterExample) this.changes[at] = { ...this.changes[at]!, counterExample };
    }
    return this.changes;
  }

  #addOne({ method, path, operationId, promised }: Spot, finding: Finding): void {
    const rule = findRule(finding.id);
    if (!rule) throw new Error(`no rule is called ${finding.id}`);
    const { id, direction, area } = rule;
    const fingerprint = fingerprintOf({ id, method, path, subject: finding.subject });
    // Two ways to the same place (a property in a member of allOf) tell it twice.
    const key = `${fingerprint} ${finding.message}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const { message, says = message, subject, item = path === null ? subject : '', example } = finding;
    const [before, after] = [this.#placeOf(this.#base, finding.base), this.#placeOf(this.#revision, finding.revision)];
    const component = componentOf(before, after);
    const change: Change = {
      id,
      level: promised ? (finding.level ?? rule.level) : 'info',
      direction,
      area,
      method,
      path,
      operationId,
      base: before?.pointer ?? null,
      revision: after?.pointer ?? null,
      message,
      says,
      component: component ?? null,
      subject,
      fingerprint,
      group: component === undefined ? fingerprint : this.#groupOf(id, component, item),
    };
    const counterExample = example && promised ? this.#exampleOf(change, example) : undefined;
    this.changes.push(counterExample ? { ...change, counterExample } : change);
  }

  /** Worked out once for all places of the change. */
  #groupOf(id: string, component: string, item: string): string {
    const key = `${id}\n${component}\n${item}`;
    const group = this.#groups.get(key) ?? groupOf(id, component, item);
    this.#groups.set(key, group);
    return group;
  }

  /** Worked out once for a node, at which many operations may find the same. */
  #placeOf(document: Document, node: Node | undefined): Place | undefined {
    if (!node) return undefined;
    const known = this.#places.get(node);
    if (known) return known;
    const pointer = document.pointerTo(node);
    const place = { pointer, component: componentPlace(pointer) };
    this.#places.set(node, place);
    return place;
  }

  /** At the first places at once; at others when all have had their turn. */
  #exampleOf({ group }: Change, example: Postponed['example']) {
    const tries = this.#tries.get(group) ?? 0;
    if (tries < FIRST_TRIES) {
      const found = this.#look(example);
      this.#tries.set(group, found ? FIRST_TRIES : tries + 1);
      return found;
    }
    if (this.#postponed.length < this.#examplesLeft) this.#postponed.push({ at: this.changes.length, example });
    return undefined;
  }

  #look(example: Postponed['example']) {
    if (this.#examplesLeft <= 0) return undefined;
    if (this.#budget.isSpent) {
      this.#budget.examplesLeft++;
      return undefined;
    }
    this.#examplesLeft--;
    return example();
  }
}
