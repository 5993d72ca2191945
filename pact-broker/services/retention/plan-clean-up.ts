import type { CleanUpRequest } from '../../domain/retention/clean-up-request.ts';
import { LOOKED_AT } from '../../domain/retention/pace.ts';
import type { Position } from '../../domain/retention/position.ts';
import { findVersionsAfter } from '../../storage/retention.ts';
import type { Tenant } from '../tenant.ts';
import { type JudgedVersion, judgeVersions } from './judge-versions.ts';
import { paced } from './paced.ts';
import { warnOfRules } from './warn-of-rules.ts';

export interface CleanUpPlan {
  versions: JudgedVersion[];
  /** Of rules that keep nothing, because they name what does not exist. */
  warnings: string[];
  /** Where the next part begins; null at the end. */
  next: Position | null;
}

/** What a clean-up would do with the next versions, and why; changes nothing. */
export async function planCleanUp(tenant: Tenant, { rules, after, limit }: CleanUpRequest): Promise<CleanUpPlan> {
  const { db, now } = tenant;
  const warnings = await warnOfRules(db, rules);
  const versions: JudgedVersion[] = [];
  let position = after;
  while (versions.length < limit) {
    const { result } = await paced(tenant, 'looking', async () => {
      const found = await findVersionsAfter(db, { ...position, limit: Math.min(LOOKED_AT, limit - versions.length) });
      const versionIds = found.map(({ id }) => id);
      return { last: found.at(-1), judged: found.length === 0 ? [] : await judgeVersions(db, versionIds, { rules, now: now() }) };
    });
    if (!result.last) return { versions, warnings, next: null };
    versions.push(...result.judged);
    position = { pacticipantId: result.last.pacticipant_id, versionId: result.last.id };
  }
  return { versions, warnings, next: position };
}
