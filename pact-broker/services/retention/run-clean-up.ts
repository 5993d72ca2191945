import { type CleanUpRequest, CleanUpUnderWay } from '../../domain/retention/clean-up-request.ts';
import { BEGINNING } from '../../domain/retention/position.ts';
import { secondsAfter } from '../../domain/webhooks/retry-schedule.ts';
import { findCleanUp, giveBackCleanUpLease, takeCleanUpLease } from '../../storage/clean-up.ts';
import type { Tenant } from '../tenant.ts';
import { type CleanUpOutcome, cleanUp } from './clean-up.ts';
import { warnOfRules } from './warn-of-rules.ts';

/** Seconds; renewed before each piece of work, which takes a small part of it. */
const LEASE = 120;
/** Milliseconds that one request may take: its connection should not look dead. */
const LONGEST_REQUEST = 20_000;

/** What is set, and what came of the last clean-up that the schedule did. */
export async function readCleanUp({ db, retention, now }: Tenant) {
  const { lease, leased_until, started_at, ended_at, deleted, stopped } = await findCleanUp(db);
  const last =
    started_at === null || ended_at === null ? null : { startedAt: started_at, endedAt: ended_at, deleted, complete: stopped === 0 };
  return { ...retention, underWay: lease !== null && leased_until !== null && leased_until > now(), last };
}

/** Cleans up for a caller, for a few seconds at the most: `next` says where to go on. Throws CleanUpUnderWay. */
export async function cleanUpOnRequest(tenant: Tenant, request: CleanUpRequest): Promise<CleanUpOutcome & { warnings: string[] }> {
  const lease = tenant.newUuid();
  if (!(await take(tenant, lease))) throw new CleanUpUnderWay();
  const latest = performance.now() + LONGEST_REQUEST;
  try {
    const warnings = await warnOfRules(tenant.db, request.rules);
    const outcome = await cleanUp(tenant, request, { mayGoOn: async () => performance.now() < latest && (await take(tenant, lease)) });
    return { ...outcome, warnings };
  } finally {
    await giveBackCleanUpLease(tenant.db, lease);
  }
}

export interface ScheduledOutcome {
  deleted: number;
  /** Whether it came to the end before its limit. */
  complete: boolean;
  /** Of rules that keep nothing, because they name what does not exist. */
  warnings: string[];
}

/** Cleans up where it is time again and nobody else does, within the limit that is set. Undefined where there was nothing to do. */
export async function cleanUpWhenDue(tenant: Tenant, signal: AbortSignal): Promise<ScheduledOutcome | undefined> {
  const { db, now, newUuid, retention } = tenant;
  const { rules, every, limit } = retention;
  const [lease, startedAt] = [newUuid(), now()];
  if (!rules || !(await take(tenant, lease, secondsAfter(startedAt, -60 * every)))) return undefined;
  const record = { started_at: startedAt, deleted: 0, stopped: 1 as 0 | 1 };
  try {
    const warnings = await warnOfRules(db, rules);
    const mayGoOn = async () => !signal.aborted && (await take(tenant, lease));
    const { deleted, next } = await cleanUp(tenant, { rules, after: BEGINNING, limit }, { mayGoOn, signal });
    Object.assign(record, { deleted: deleted.length, stopped: next === null ? 0 : 1 });
    return { deleted: deleted.length, complete: next === null, warnings };
  } finally {
    // A clean-up that was told to stop is taken up again by whoever looks next.
    await giveBackCleanUpLease(db, lease, signal.aborted ? {} : { ...record, ended_at: now() });
  }
}

const take = ({ db, now }: Tenant, lease: string, endedBefore?: string): Promise<boolean> =>
  takeCleanUpLease(db, { lease, now: now(), until: secondsAfter(now(), LEASE) }, endedBefore);
