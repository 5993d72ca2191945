import type { WrittenRule } from '../../domain/retention/keep-rule.ts';
import { type Reason, reasonsOfEvidence, reasonsToStay } from '../../domain/retention/reasons.ts';
import type { VersionFacts } from '../../domain/retention/version-facts.ts';
import type { Db } from '../../storage/database.ts';
import { findAwaited, findEvidence, findHeadPacts, findVersionsToJudge, type VersionToJudge } from '../../storage/retention.ts';
import { findRecordsOfVersions } from '../../storage/version-records.ts';
import { findVersionMarks } from '../../storage/versions.ts';

/** A version, and why it stays; without any reason, it goes. */
export interface JudgedVersion {
  id: number;
  pacticipant: string;
  number: string;
  createdAt: string;
  reasons: Reason[];
}

export const goes = ({ reasons }: JudgedVersion): boolean => reasons.length === 0;

/** Says of each version whether it stays, and why. Evidence is looked for only where nothing else keeps a version. */
export async function judgeVersions(
  db: Db,
  versionIds: number[],
  { rules, now }: { rules: WrittenRule[]; now: string },
): Promise<JudgedVersion[]> {
  const versions = await findVersionsToJudge(db, { versionIds });
  const factsOf = await gatherFacts(db, versionIds);
  const judged = versions.map((version) => ({
    id: version.id,
    pacticipant: version.pacticipant,
    number: version.number,
    createdAt: version.created_at,
    reasons: reasonsToStay(factsOf(version), rules, now),
  }));
  const doomed = judged.filter(goes).map(({ id }) => id);
  const evidence = doomed.length === 0 ? [] : await findEvidence(db, { versionIds: doomed });
  const byVersion = Map.groupBy(evidence, (row) => row.version_id);
  return judged.map((version) => (goes(version) ? { ...version, reasons: reasonsOfEvidence(byVersion.get(version.id) ?? []) } : version));
}

/** Asks for everything about all of them, so that it takes as many questions for one version as for many. */
async function gatherFacts(db: Db, versionIds: number[]): Promise<(version: VersionToJudge) => VersionFacts> {
  const marks = byVersion(await findVersionMarks(db, versionIds));
  const records = byVersion((await findRecordsOfVersions(db, versionIds)).filter(({ ended_at }) => ended_at === null));
  const headPacts = byVersion(await findHeadPacts(db, { versionIds }));
  const awaited = byVersion(await findAwaited(db, { versionIds }));
  return ({ id, pacticipant, number, main_branch, created_at, newest }) => {
    const marked = (kind: 'branch' | 'tag') =>
      marks(id).flatMap((mark) => (mark.kind === kind ? [{ name: mark.name, head: mark.latest === 1 }] : []));
    const current = (kind: 'deployed' | 'released') => records(id).flatMap((r) => (r.kind === kind ? [r.environment_name] : []));
    return {
      pacticipant,
      number,
      mainBranch: main_branch,
      createdAt: created_at,
      newest: newest === 1,
      branches: marked('branch'),
      tags: marked('tag'),
      deployed: current('deployed'),
      released: current('released'),
      headPacts: headPacts(id),
      awaited: awaited(id).map((row) => row.awaited),
    };
  };
}

function byVersion<R extends { version_id: number }>(rows: R[]): (id: number) => R[] {
  const groups = Map.groupBy(rows, (row) => row.version_id);
  return (id) => groups.get(id) ?? [];
}
