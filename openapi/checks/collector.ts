import { componentPlace } from '../document/component-place.ts';
import type { Document } from '../document/document.ts';
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

/** Turns findings into changes: with the rule's level and area, pointers, and a fingerprint. */
export class Collector {
  readonly changes: Change[] = [];
  readonly #base: Document;
  readonly #revision: Document;
  readonly #seen = new Set<string>();

  constructor(base: Document, revision: Document) {
    this.#base = base;
    this.#revision = revision;
  }

  add(spot: Spot, findings: readonly Finding[]): void {
    for (const finding of findings) this.#addOne(spot, finding);
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
    const { message, says = message, subject, item = path === null ? subject : '', counterExample } = finding;
    const base = finding.base ? this.#base.pointerTo(finding.base) : null;
    const revision = finding.revision ? this.#revision.pointerTo(finding.revision) : null;
    const component = componentPlace(base ?? revision ?? '');
    const change: Change = {
      id,
      level: promised ? (finding.level ?? rule.level) : 'info',
      direction,
      area,
      method,
      path,
      operationId,
      base,
      revision,
      message,
      says,
      component: component ?? null,
      subject,
      fingerprint,
      group: component === undefined ? fingerprint : groupOf(id, component, item),
    };
    this.changes.push(counterExample && promised ? { ...change, counterExample } : change);
  }
}
