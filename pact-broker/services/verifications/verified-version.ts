import type { Db } from '../../storage/database.ts';
import { findPublishedVersions, type Pact } from '../../storage/pact-lookups.ts';

/** The consumer version that a result is about: the newest of those that the verifier was handed, or that carry the content. */
export async function verifiedVersion(db: Db, pact: Pact, handed: string[]): Promise<{ id: number; number: string }> {
  const published = handed.length === 0 ? [] : await findPublishedVersions(db, { pactVersionId: pact.pact_version_id, numbers: handed });
  return published[0] ?? { id: pact.consumer_version_id, number: pact.consumer_version };
}
