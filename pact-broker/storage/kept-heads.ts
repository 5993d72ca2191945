import { sql } from 'kysely';
import type { Db } from './database.ts';
import { refillBranches, type Vacancies, vacateBranches } from './kept-branch-heads.ts';
import { refillTags, type TagVacancies, vacateTags } from './kept-tag-heads.ts';
import { prepared } from './prepared.ts';

export interface HeadVacancies {
  branches: Vacancies;
  tags: TagVacancies;
}

/** Before versions of a pacticipant, locked by the caller, or pacts of theirs go: on all of their branches and tags. */
export async function vacateHeads(trx: Db, pacticipantId: number, versionIds: number[]): Promise<HeadVacancies> {
  const branchIds = (await branchesOf(trx, { versionIds })).map(({ branch_id }) => branch_id);
  const tags = (await tagsOf(trx, { versionIds })).map(({ name }) => name);
  return {
    branches: await vacateBranches(trx, versionIds, branchIds),
    tags: await vacateTags(trx, { pacticipantId, versionIds, tags }),
  };
}

/** After they went: the newest of the rest becomes the head. */
export async function refillHeads(trx: Db, { branches, tags }: HeadVacancies): Promise<void> {
  await refillBranches(trx, branches);
  await refillTags(trx, tags);
}

const branchesOf = prepared<{ versionIds: number[] }, { branch_id: number }>((db, p) =>
  db
    .selectFrom('branch_versions')
    .select('branch_id')
    .distinct()
    .where(p.in(sql.ref('version_id'), 'versionIds')),
);

const tagsOf = prepared<{ versionIds: number[] }, { name: string }>((db, p) =>
  db
    .selectFrom('tags')
    .select('name')
    .distinct()
    .where(p.in(sql.ref('version_id'), 'versionIds')),
);
