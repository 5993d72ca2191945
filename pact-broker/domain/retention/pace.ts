/**
 * How much of the time a clean-up may work; it rests for the remainder. While SQLite commits, everybody waits: so few must meet
 * that, that not even the slowest hundredth of the requests tells of it. Looking takes a millisecond or two, and may take more.
 */
const SHARE = { looking: 0.1, deleting: 0.005 };
/** Milliseconds: one slow deletion is not to keep it waiting for minutes. */
const LONGEST_REST = 5_000;
/** Milliseconds of a transaction: who does meet it, waits no longer than that. */
const LONGEST_WORK = 20;

export type Work = keyof typeof SHARE;

/** How many versions are looked at together. */
export const LOOKED_AT = 10;

/** Milliseconds to rest after so many of work. */
export const restAfter = (work: Work, took: number): number => Math.min((took * (1 - SHARE[work])) / SHARE[work], LONGEST_REST);

/**
 * How many versions to delete in the next transaction, where the last one took that many milliseconds for that many. At the most
 * twice as many, because the next may have a hundred times as many results.
 */
export const nextBatch = (size: number, took: number): number =>
  Math.max(1, Math.min(Math.ceil((size * LONGEST_WORK) / took), size * 2, LOOKED_AT));
