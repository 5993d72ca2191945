import { NotFound } from '../../domain/errors.ts';
import { verificationIdOf } from '../../domain/verifications/verification-number.ts';
import type { Db } from '../../storage/database.ts';
import type { Pact } from '../../storage/pact-lookups.ts';
import {
  findLatestVerification,
  findLatestVerificationsOfVersion,
  findVerification,
  findVerificationDocuments,
  type VerificationDocument,
} from '../../storage/verifications.ts';
import { requireVersion } from '../versions/require-version.ts';

interface Content {
  consumer: string;
  provider: string;
  sha: string;
}

/** Throws NotFound. */
export async function readVerification(db: Db, content: Content, number: number): Promise<VerificationDocument> {
  const found = await findVerification(db, { ...content, id: verificationIdOf(number) });
  const [document] = found ? await findVerificationDocuments(db, [found.id]) : [];
  if (!document) throw new NotFound(`verification result ${number} of the pact between ${content.consumer} and ${content.provider}`);
  return document;
}

/** The newest result of a pact's content. Throws NotFound, for the pact and for the result. */
export async function readLatestVerification(db: Db, found: Promise<Pact | undefined>): Promise<VerificationDocument> {
  const pact = await found;
  if (!pact) throw new NotFound('such pact');
  const verification = await findLatestVerification(db, pact.pact_version_id);
  const [document] = verification ? await findVerificationDocuments(db, [verification.id]) : [];
  if (!document) throw new NotFound(`verification result of the pact between ${pact.consumer} and ${pact.provider} yet`);
  return { ...document, consumer_version: pact.consumer_version };
}

export interface ResultsOfVersion {
  results: VerificationDocument[];
  /** Providers that have not verified this version's pact yet. */
  unknown: string[];
}

/**
 * The newest result for each pact of a consumer version, by the provider's name. Of another content, or of the same one in another
 * version, nothing is told: the answer is about this version. Throws PacticipantNotFound, NotFound.
 */
export async function readResultsOfVersion(db: Db, consumer: string, number: string): Promise<ResultsOfVersion> {
  await requireVersion(db, { pacticipant: consumer, number });
  const rows = await findLatestVerificationsOfVersion(db, { consumer, number });
  const ids = rows.flatMap(({ verification_id }) => verification_id ?? []);
  const unknown = rows.filter(({ verification_id }) => verification_id === null).map(({ provider }) => provider);
  return { results: ids.length > 0 ? await findVerificationDocuments(db, ids) : [], unknown };
}
