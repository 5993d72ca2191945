import type { Node } from '../document/node.ts';

/** What a document says of the end of a thing's life. */
export interface Lifecycle {
  readonly deprecated: boolean;
  /** The day after which it may be gone, as YYYY-MM-DD; 'invalid' when something is written that is no day. */
  readonly sunset: string | undefined;
  readonly stability: Stability;
}

/** What the policy of deprecation wants. */
export interface Policy {
  /** The day that sunsets are compared with. */
  readonly today: string;
  /** Days that must lie between deprecation and sunset; with more than none, a sunset must be given. */
  readonly deprecationDays: number;
}

export type Stability = 'draft' | 'alpha' | 'beta' | 'stable' | 'invalid' | undefined;

export const INVALID = 'invalid';

const STABILITIES = ['draft', 'alpha', 'beta', 'stable'];

export function lifecycleOf(node: Node): Lifecycle {
  return { deprecated: node.member('deprecated') === true, sunset: sunsetOf(node), stability: stabilityOf(node) };
}

function sunsetOf(node: Node): string | undefined {
  const sunset = node.member('x-sunset');
  if (sunset === undefined) return undefined;
  const day = typeof sunset === 'string' ? /^(\d{4}-\d{2}-\d{2})(T[\d:.]+(Z|[+-][\d:]+))?$/.exec(sunset)?.[1] : undefined;
  return day && !Number.isNaN(Date.parse(day)) ? day : INVALID;
}

function stabilityOf(node: Node): Stability {
  const level = node.member('x-stability-level');
  if (level === undefined) return undefined;
  return typeof level === 'string' && STABILITIES.includes(level) ? (level as Stability) : INVALID;
}

/** How stable a thing is: what says nothing is stable. */
export function stabilityRank(stability: Stability): number {
  return STABILITIES.indexOf(stability ?? 'stable');
}

/** Not yet promised to anyone: drafts and alphas may change and go. */
export function isPromised({ stability }: Lifecycle): boolean {
  return stability !== 'draft' && stability !== 'alpha';
}

/** The same for an operation; one whose stability says nothing that is known counts as promised. */
export function isPromisedOperation(node: Node): boolean {
  const lifecycle = lifecycleOf(node);
  return isPromised(lifecycle) || lifecycle.stability === INVALID;
}

/** The first day that a sunset may be on. */
export function earliest({ today, deprecationDays }: Policy): string {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + deprecationDays);
  return day.toISOString().slice(0, 10);
}
