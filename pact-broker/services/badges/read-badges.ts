import {
  type Badge,
  type BadgeStyle,
  canIDeployBadge,
  canIMergeBadge,
  notFoundBadge,
  type PactStatus,
  pactBadge,
  pactStatus,
} from '../../domain/badges/badge.ts';
import { DomainError } from '../../domain/errors.ts';
import { gateQuery } from '../../domain/matrix/can-i-deploy-query.ts';
import type { Target, VersionSelector } from '../../domain/matrix/matrix-query.ts';
import { findLastResult, type PactsMarked } from '../../storage/badges.ts';
import type { Db } from '../../storage/database.ts';
import {
  findLatestPact,
  findLatestPactOfBranch,
  findLatestPactWithTag,
  findLatestUntaggedPact,
  type Pact,
} from '../../storage/pact-lookups.ts';
import { answerMatrix, type MatrixAnswer } from '../matrix/answer-matrix.ts';
import { canIMerge } from '../matrix/can-i-merge.ts';

interface Integration {
  consumer: string;
  provider: string;
}

/** Whether the newest pact of an integration, or the newest with a mark, is verified. What does not exist is unknown. */
export async function readPactBadge(db: Db, { consumer, provider }: Integration, marked: PactsMarked, style: BadgeStyle): Promise<Badge> {
  const integration = { consumer, provider };
  const pact = await findMarkedPact(db, integration, marked);
  const status = pact ? pactStatus(pact.pact_version_id, await findLastResult(db, { ...integration, marked })) : 'unknown';
  return pactBadge({ ...integration, consumerTag: 'name' in marked ? marked.name : undefined }, status, style);
}

function findMarkedPact(db: Db, integration: Integration, marked: PactsMarked): Promise<Pact | undefined> {
  switch (marked.by) {
    case 'all':
      return findLatestPact(db, integration);
    case 'untagged':
      return findLatestUntaggedPact(db, integration);
    case 'tag':
      return findLatestPactWithTag(db, { ...integration, tag: marked.name });
    case 'branch':
      return findLatestPactOfBranch(db, { ...integration, branch: marked.name });
  }
}

/** Whether the newest consumer version with one tag works with the newest provider version with another. */
export async function readMatrixBadge(
  db: Db,
  { consumer, provider, consumerTag, providerTag }: Integration & { consumerTag: string; providerTag: string },
  style: BadgeStyle,
): Promise<Badge> {
  const selectors = [
    { pacticipant: consumer, tag: consumerTag, latest: true },
    { pacticipant: provider, tag: providerTag, latest: true },
  ];
  const query = { selectors, target: undefined, latestBy: 'cvpv' as const, success: [], ignore: [], limit: 1 };
  const answer = await orNothing(answerMatrix(db, query));
  return pactBadge({ consumer, provider, consumerTag, providerTag }, statusOf(answer), style);
}

function statusOf(answer: MatrixAnswer | undefined): PactStatus {
  const success = answer?.rows[0]?.success ?? null;
  return success === null ? 'unknown' : success === 1 ? 'verified' : 'failed';
}

/** Whether a version works with everything in a target. `from` and `to` are how the badge names the two. */
export async function readCanIDeployBadge(
  db: Db,
  {
    selector,
    target,
    from,
    to,
    label,
  }: { selector: VersionSelector; target: Target; from: string; to: string; label?: string | undefined },
): Promise<Badge> {
  const answer = await orNothing(answerMatrix(db, gateQuery(selector, target)));
  return answer ? canIDeployBadge(from, to, answer.deployable, label) : notFoundBadge(label ?? 'can-i-deploy');
}

/** Whether what is on a pacticipant's main branch works with the main branches of all others. */
export async function readCanIMergeBadge(db: Db, name: string): Promise<Badge> {
  const found = await orNothing(canIMerge(db, name));
  return found ? canIMergeBadge(found.version, found.answer.deployable) : notFoundBadge('can-i-merge');
}

/** A question about something that does not exist has no answer here: the badge says so itself. */
async function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
