import type { Db } from '../../storage/database.ts';
import { findPublishedVersions, type Pact } from '../../storage/pact-lookups.ts';

/**
 * The consumer versions that a result is about, each once, the newest first: those that the verifier was handed and that still carry
 * the content, or the newest that does.
 */
export async function verifiedVersions(db: Db, pact: Pact, handed: string[]): Promise<{ id: number; number: string }[]> {
  const published = handed.length === 0 ? [] : await findPublishedVersions(db, { pactVersionId: pact.pact_version_id, numbers: handed });
  return published.length > 0 ? published : [{ id: pact.consumer_version_id, number: pact.consumer_version }];
}
