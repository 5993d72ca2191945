import { NotFound } from '../../domain/errors.ts';
import { countBranches, findBranches, findBranchVersion } from '../../storage/branch-lists.ts';
import { type Branch, findBranch } from '../../storage/branches.ts';
import type { Db } from '../../storage/database.ts';
import type { Page } from '../../storage/paging.ts';
import type { Row } from '../../storage/schema.ts';
import { requirePacticipant } from '../pacticipants/require-pacticipant.ts';
import { requireVersion } from '../versions/require-version.ts';

/** Throws PacticipantNotFound. */
export async function readBranches(
  db: Db,
  { pacticipant, q, page }: { pacticipant: string; q: string | undefined; page: Page },
): Promise<{ branches: Branch[]; total: number }> {
  const { id } = await requirePacticipant(db, pacticipant);
  return { branches: await findBranches(db, id, q, page), total: await countBranches(db, id, q) };
}

/** Throws PacticipantNotFound, NotFound. */
export async function readBranch(db: Db, pacticipant: string, branch: string): Promise<Branch> {
  const { id } = await requirePacticipant(db, pacticipant);
  const found = await findBranch(db, id, branch);
  if (!found) throw branchNotFound(pacticipant, branch);
  return found;
}

/** Throws PacticipantNotFound, NotFound. */
export async function readBranchVersion(
  db: Db,
  named: { pacticipant: string; branch: string; number: string },
): Promise<Row<'branch_versions'>> {
  const { pacticipant, version } = await requireVersion(db, named);
  const branch = await findBranch(db, pacticipant.id, named.branch);
  const found = branch && (await findBranchVersion(db, branch.id, version.id));
  if (!found) throw notOnBranch(named);
  return found;
}

export const branchNotFound = (pacticipant: string, branch: string) => new NotFound(`branch "${branch}" of ${pacticipant}`);

export const notOnBranch = ({ pacticipant, branch, number }: { pacticipant: string; branch: string; number: string }) =>
  new NotFound(`version ${number} of ${pacticipant} on branch "${branch}"`);
