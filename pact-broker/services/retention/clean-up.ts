import type { CleanUpRequest } from '../../domain/retention/clean-up-request.ts';
import type { WrittenRule } from '../../domain/retention/keep-rule.ts';
import { LOOKED_AT, nextBatch } from '../../domain/retention/pace.ts';
import type { Position } from '../../domain/retention/position.ts';
import { deleteVersions } from '../../storage/deletions.ts';
import { findVersionsAfter, lockVersionsToDelete } from '../../storage/retention.ts';
import { inTransaction } from '../../storage/transaction.ts';
import type { Tenant } from '../tenant.ts';
import { goes, type JudgedVersion, judgeVersions } from './judge-versions.ts';
import { paced } from './paced.ts';

/** A transaction takes as long for a few as for one. */
const FIRST_BATCH = 5;

export interface CleanUpOutcome {
  deleted: JudgedVersion[];
  /** Where to go on; null at the end. */
  next: Position | null;
}

interface Circumstances {
  /** Asked before each piece of work. */
  mayGoOn: () => Promise<boolean>;
  /** Cuts rests short. */
  signal?: AbortSignal;
}

/**
 * Deletes the next versions that nothing keeps, a few in each transaction, and rests in between: whoever publishes or asks the gate
 * meanwhile is not held up.
 */
export async function cleanUp(
  tenant: Tenant,
  { rules, after, limit }: CleanUpRequest,
  { mayGoOn, signal }: Circumstances,
): Promise<CleanUpOutcome> {
  const deleted: JudgedVersion[] = [];
  let next = after;
  let size = FIRST_BATCH;
  while (deleted.length < limit && (await mayGoOn())) {
    const part = await paced(tenant, 'looking', () => lookAt(tenant, next, rules), signal);
    const { pacticipantId, last, doomed } = part.result;
    if (last === undefined) return { deleted, next: null };
    const batch = doomed.slice(0, Math.min(size, limit - deleted.length));
    if (batch.length > 0) {
      const { result, took } = await paced(
        tenant,
        'deleting',
        () => deleteBatch(tenant, { pacticipantId, versionIds: batch, rules }),
        signal,
      );
      deleted.push(...result);
      size = nextBatch(batch.length, took);
    }
    const all = batch.length === doomed.length;
    next = { pacticipantId, versionId: all ? last : (batch.at(-1) as number) };
  }
  return { deleted, next };
}

/** The next versions of one pacticipant, and which of them would go. */
async function lookAt({ db, now }: Tenant, after: Position, rules: WrittenRule[]) {
  const found = await findVersionsAfter(db, { ...after, limit: LOOKED_AT });
  const pacticipantId = found[0]?.pacticipant_id ?? 0;
  const versionIds = found.filter((version) => version.pacticipant_id === pacticipantId).map(({ id }) => id);
  const judged = versionIds.length === 0 ? [] : await judgeVersions(db, versionIds, { rules, now: now() });
  return { pacticipantId, last: versionIds.at(-1), doomed: judged.filter(goes).map(({ id }) => id) };
}

/** Deletes those of the versions that nothing keeps now: one may have been deployed or tagged since it was looked at. */
function deleteBatch(
  { db, now }: Tenant,
  { pacticipantId, versionIds, rules }: { pacticipantId: number; versionIds: number[]; rules: WrittenRule[] },
): Promise<JudgedVersion[]> {
  return inTransaction(db, async (trx) => {
    await lockVersionsToDelete(trx, pacticipantId, versionIds);
    const doomed = (await judgeVersions(trx, versionIds, { rules, now: now() })).filter(goes);
    if (doomed.length > 0)
      await deleteVersions(
        trx,
        pacticipantId,
        doomed.map(({ id }) => id),
      );
    return doomed;
  });
}
