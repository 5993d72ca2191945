import { tagNamesBranch } from '../../domain/versions/first-tag-as-branch.ts';
import { likelyMainBranch } from '../../domain/versions/main-branch.ts';
import { touchBranch } from '../../storage/branch-lists.ts';
import { putVersionOnBranch } from '../../storage/branches.ts';
import type { Db } from '../../storage/database.ts';
import { type Pacticipant, setMainBranchIfNone } from '../../storage/pacticipants.ts';
import { putTagOnVersion } from '../../storage/tags.ts';
import { findVersionMarks, lockVersion, touchVersion, updateBuildUrl, type Version } from '../../storage/versions.ts';
import { deployForTag } from '../deployments/deploy-for-tag.ts';
import type { Tenant } from '../tenant.ts';

export interface VersionToRecord {
  pacticipant: Pacticipant;
  number: string;
  branch?: string | undefined;
  tags?: string[] | undefined;
  /** null takes it away; undefined leaves it as it is. */
  buildUrl?: string | null | undefined;
}

export interface RecordedVersion {
  version: Version;
  created: boolean;
  /** Whether it is new on the branch. */
  addedToBranch: boolean;
  /** The tags that it did not have before. */
  addedTags: string[];
  /** Set where this made it the pacticipant's main branch. */
  mainBranch: string | undefined;
}

/** Finds or creates a version and puts it on a branch and under tags, with all that follows from that. The caller owns the transaction. */
export async function recordVersion(
  trx: Db,
  tenant: Tenant,
  { pacticipant, number, branch, tags = [], buildUrl }: VersionToRecord,
): Promise<RecordedVersion> {
  const now = tenant.now();
  const { version, created } = await lockVersion(trx, { pacticipantId: pacticipant.id, number, now });
  if (buildUrl !== undefined && buildUrl !== version.build_url) {
    await updateBuildUrl(trx, version.id, buildUrl, now);
    version.build_url = buildUrl;
    version.updated_at = now;
  }
  const onBranch =
    branch === undefined ? undefined : await putOnBranch(trx, { pacticipantId: pacticipant.id, branch, versionId: version.id, now });
  const addedTags: string[] = [];
  for (const tag of [...tags].sort()) if (await tagVersion(trx, tenant, { pacticipant, version, tag })) addedTags.push(tag);
  const mainBranch = await detectMainBranch(trx, tenant, pacticipant, [...(branch === undefined ? [] : [branch]), ...tags]);
  return { version, created, addedToBranch: onBranch?.added ?? false, addedTags, mainBranch };
}

/** The branch counts as updated although the version was on it already, or is older than its head: something was built there. */
async function putOnBranch(trx: Db, on: Parameters<typeof putVersionOnBranch>[1]) {
  const put = await putVersionOnBranch(trx, on);
  await touchBranch(trx, put.branchId, on.now);
  return put;
}

/** Tags a locked version. Says whether the tag was new there. */
export async function tagVersion(
  trx: Db,
  tenant: Tenant,
  { pacticipant, version, tag }: { pacticipant: Pacticipant; version: Version; tag: string },
) {
  const now = tenant.now();
  const marks = tenant.rules.useFirstTagAsBranch ? await findVersionMarks(trx, [version.id]) : [];
  const added = await putTagOnVersion(trx, { pacticipantId: pacticipant.id, tag, versionId: version.id, now });
  if (!added) return false;
  const branches = marks.filter(({ kind }) => kind === 'branch').length;
  const before = { createdAt: version.created_at, branches, tags: marks.length - branches };
  if (tenant.rules.useFirstTagAsBranch && tagNamesBranch(before, now)) {
    await putOnBranch(trx, { pacticipantId: pacticipant.id, branch: tag, versionId: version.id, now });
    await touchVersion(trx, version.id, now);
    version.updated_at = now;
  }
  if (tenant.rules.createDeployedVersionsForTags) await deployForTag(trx, tenant, { pacticipant, version, tag });
  return true;
}

async function detectMainBranch(trx: Db, tenant: Tenant, pacticipant: Pacticipant, names: string[]): Promise<string | undefined> {
  const candidate = likelyMainBranch(names);
  if (!tenant.rules.autoDetectMainBranch || pacticipant.main_branch !== null || candidate === undefined) return undefined;
  return (await setMainBranchIfNone(trx, pacticipant.id, candidate, tenant.now())) ? candidate : undefined;
}
