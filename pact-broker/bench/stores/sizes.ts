export type SizeName = 'S' | 'M' | 'L';

/** How much history a store holds. The fan-out of a typical pacticipant is the same in every size, so that only history grows. */
export interface Size {
  name: string;
  pacticipants: number;
  /** Consumers of three providers each, besides the one consumer of `HUB_PROVIDERS`. */
  consumers: number;
  /** Versions of each pacticipant; half of them, rounded down, on feature branches. */
  versionsEach: number;
  branchesEach: number;
  /** How many versions on main share a content. */
  versionsPerContent: number;
  /** How many interactions a pact has at the most; it has 3 at least. */
  interactions: number;
}

export const HUB_PROVIDERS = 30;
export const PROVIDERS_EACH = 3;
/** How many consumers the busy provider has; all their feature branches lie in the last 30 days. */
export const BUSY_CONSUMERS = 20;

/** S: 700 publications. M: 100,000 versions, 300,000 publications, 1,000,000 verifications, 5,000 branches. L: ten times M. */
export const sizes: Record<SizeName, Size> = {
  S: { name: 'S', pacticipants: 100, consumers: 68, versionsEach: 3, branchesEach: 1, versionsPerContent: 10, interactions: 23 },
  M: { name: 'M', pacticipants: 200, consumers: 190, versionsEach: 500, branchesEach: 25, versionsPerContent: 10, interactions: 23 },
  L: { name: 'L', pacticipants: 2000, consumers: 1990, versionsEach: 500, branchesEach: 25, versionsPerContent: 10, interactions: 23 },
};

/**
 * Ten times S, with a new content in every publication: enough for PostgreSQL to choose its plans as it would for a
 * large store, and filled in seconds, because the contents are small.
 */
export const middleSize: Size = {
  name: 'middle',
  pacticipants: 100,
  consumers: 68,
  versionsEach: 30,
  branchesEach: 15,
  versionsPerContent: 1,
  interactions: 3,
};
