import { setTimeout } from 'node:timers/promises';
import { cleanUpWhenDue, type ScheduledOutcome } from '../services/retention/run-clean-up.ts';
import type { Tenant } from '../services/tenant.ts';

export interface CleanUpSchedule {
  /** Begins nothing more, and waits for the transaction under way. */
  stop: () => Promise<void>;
}

interface ScheduleOptions {
  /** Told what came of each clean-up. */
  done: (outcome: ScheduledOutcome & { seconds: number }) => void;
  /** Told what went wrong; it is tried again later. */
  report: (error: unknown) => void;
  /** Milliseconds after which it looks whether it is time: another process may have cleaned up, so the store is asked. */
  sweep?: number;
}

/** Cleans up by the rules that are set, as often as is set; does nothing where none are. */
export function startCleanUpSchedule(tenant: Tenant, { done, report, sweep = 30_000 }: ScheduleOptions): CleanUpSchedule {
  const stopping = new AbortController();
  const { signal } = stopping;

  const look = async (): Promise<void> => {
    const begin = performance.now();
    const outcome = await cleanUpWhenDue(tenant, signal);
    if (outcome) done({ ...outcome, seconds: Math.round((performance.now() - begin) / 1000) });
  };
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      await look().catch(report);
      await setTimeout(sweep, undefined, { signal, ref: false }).catch(() => {});
    }
  };
  const running = tenant.retention.rules ? run() : Promise.resolve();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
