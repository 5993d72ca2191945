export type DeliveryStatus = 'not_run' | 'retrying' | 'success' | 'failure';

export interface AttemptOutcome {
  success: boolean;
  /** Whether trying again would change nothing. */
  final: boolean;
}

interface Attempts {
  /** This one included. */
  made: number;
  /** Seconds before each further attempt after the first. */
  schedule: number[];
  /** ISO 8601. */
  now: string;
}

/** What becomes of a delivery after an attempt; `nextAttemptAt` is null once it is delivered or given up. */
export function afterAttempt({ success, final }: AttemptOutcome, { made, schedule, now }: Attempts) {
  const wait = schedule[made - 1];
  if (success) return { status: 'success' as const, nextAttemptAt: null };
  if (final || wait === undefined) return { status: 'failure' as const, nextAttemptAt: null };
  return { status: 'retrying' as const, nextAttemptAt: secondsAfter(now, wait) };
}

/** How often it will be tried yet, if nothing but failures come. */
export const attemptsRemaining = (status: DeliveryStatus, made: number, schedule: number[]): number =>
  status === 'success' || status === 'failure' ? 0 : Math.max(0, schedule.length + 1 - made);

export const secondsAfter = (iso: string, seconds: number): string => new Date(Date.parse(iso) + seconds * 1000).toISOString();
