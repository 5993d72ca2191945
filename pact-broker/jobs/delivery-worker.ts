import type { Tenant } from '../services/tenant.ts';
import { attemptDelivery, claimDueDeliveries, type GivenUp, readNextDueTime } from '../services/webhooks/deliver.ts';

export interface DeliveryWorker {
  /** Takes nothing more, and waits for what is being sent; that is bounded by the time that sending may take. */
  stop: () => Promise<void>;
}

interface WorkerOptions {
  /** Told what went wrong in the store; what was taken comes due again by itself. */
  report: (error: unknown) => void;
  /** Told of each delivery that will not be tried again. */
  gaveUp: (delivery: GivenUp) => void;
  mostAtOnce?: number;
  /** Milliseconds after which it looks for work unasked: what another process committed, or left behind. */
  sweep?: number;
}

const SHORTEST_WAIT = 20;

/** Delivers what is in the outbox: at once when the bell rings, and when a delivery comes due. */
export function startDeliveryWorker(tenant: Tenant, { report, gaveUp, mostAtOnce = 10, sweep = 5_000 }: WorkerOptions): DeliveryWorker {
  const inFlight = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let lookAgain = false;
  let stopped = false;

  const wake = () => {
    if (stopped) return;
    if (looking) {
      lookAgain = true;
      return;
    }
    looking = look().then((wait) => {
      looking = undefined;
      if (lookAgain) {
        lookAgain = false;
        wake();
      } else if (!stopped) timer = setTimeout(wake, wait).unref();
    });
  };
  /** Takes what is due, and says how long nothing will be. */
  const look = async (): Promise<number> => {
    clearTimeout(timer);
    try {
      const free = mostAtOnce - inFlight.size;
      if (free > 0) for (const delivery of await claimDueDeliveries(tenant, free)) begin(attemptDelivery(tenant, delivery));
      // Whoever finishes wakes us.
      if (inFlight.size >= mostAtOnce) return sweep;
      const next = await readNextDueTime(tenant);
      return next === null ? sweep : Math.min(sweep, Math.max(SHORTEST_WAIT, Date.parse(next) - Date.parse(tenant.now())));
    } catch (error) {
      report(error);
      return sweep;
    }
  };
  const begin = (attempt: Promise<GivenUp | undefined>) => {
    const told = attempt.then((givenUp) => {
      if (givenUp) gaveUp(givenUp);
    });
    const sending = told.catch(report).finally(() => {
      inFlight.delete(sending);
      wake();
    });
    inFlight.add(sending);
  };

  const stopListening = tenant.webhooks.bell.listen(wake);
  wake();
  return {
    stop: async () => {
      stopped = true;
      stopListening();
      clearTimeout(timer);
      await looking;
      await Promise.all(inFlight);
    },
  };
}
