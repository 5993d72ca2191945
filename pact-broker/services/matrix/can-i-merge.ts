import { NotFound } from '../../domain/errors.ts';
import { gateQuery } from '../../domain/matrix/can-i-deploy-query.ts';
import { findHeadOfBranch } from '../../storage/branch-lists.ts';
import type { Db } from '../../storage/database.ts';
import { requirePacticipant } from '../pacticipants/require-pacticipant.ts';
import { answerMatrix, type MatrixAnswer } from './answer-matrix.ts';

export interface CanIMerge {
  /** The newest version on the main branch. */
  version: string;
  answer: MatrixAnswer;
}

/** Whether what is on a pacticipant's main branch works with the main branches of all others. Throws PacticipantNotFound, NotFound. */
export async function canIMerge(db: Db, name: string): Promise<CanIMerge> {
  const { id, main_branch: branch } = await requirePacticipant(db, name);
  if (branch === null) throw new NotFound(`main branch of ${name} yet; set mainBranch`);
  const version = await findHeadOfBranch(db, id, branch);
  if (!version) throw new NotFound(`version of ${name} on its main branch "${branch}"`);
  const query = gateQuery({ pacticipant: name, version: version.number }, { kind: 'main-branch' });
  return { version: version.number, answer: await answerMatrix(db, query) };
}
