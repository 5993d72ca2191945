import { NotFound } from '../../domain/errors.ts';
import { verificationIdOf } from '../../domain/verifications/verification-number.ts';
import type { Db } from '../../storage/database.ts';
import { findPactByContent, type Pact } from '../../storage/pact-lookups.ts';
import {
  findLatestVerification,
  findLatestVerificationsOfVersion,
  findReport,
  findVerification,
  type StoredReport,
  type Verification,
} from '../../storage/verifications.ts';

/** A result with its report, and the newest consumer version that carries the verified content. */
export interface VerificationDocument extends Verification, StoredReport {
  pact: Pact;
}

interface Content {
  consumer: string;
  provider: string;
  sha: string;
}

async function withReport(db: Db, verification: Verification): Promise<VerificationDocument> {
  const pact = (await findPactByContent(db, verification)) as Pact;
  return { ...verification, ...(await findReport(db, verification.id)), pact };
}

/** Throws NotFound. */
export async function readVerification(db: Db, content: Content, number: number): Promise<VerificationDocument> {
  const found = await findVerification(db, { ...content, id: verificationIdOf(number) });
  if (!found) throw new NotFound(`verification result ${number} of the pact between ${content.consumer} and ${content.provider}`);
  return withReport(db, found);
}

/** The newest result of a pact's content. Throws NotFound, for the pact and for the result. */
export async function readLatestVerification(db: Db, found: Promise<Pact | undefined>): Promise<VerificationDocument> {
  const pact = await found;
  if (!pact) throw new NotFound('such pact');
  const verification = await findLatestVerification(db, pact.pact_version_id);
  if (!verification) throw new NotFound(`verification result of the pact between ${pact.consumer} and ${pact.provider} yet`);
  return { ...verification, ...(await findReport(db, verification.id)), pact };
}

export interface ResultsOfVersion {
  results: VerificationDocument[];
  /** Providers that have not verified this version's pact yet. */
  unknown: string[];
}

/** The newest result for each pact of a consumer version. */
export async function readResultsOfVersion(db: Db, consumer: string, number: string): Promise<ResultsOfVersion> {
  const rows = await findLatestVerificationsOfVersion(db, { consumer, number });
  const results: VerificationDocument[] = [];
  for (const { verification_id, pact_version_id } of rows) {
    if (verification_id === null) continue;
    const verification = await findLatestVerification(db, pact_version_id);
    if (verification) results.push(await withReport(db, verification));
  }
  return { results, unknown: rows.filter((row) => row.verification_id === null).map(({ provider }) => provider) };
}
