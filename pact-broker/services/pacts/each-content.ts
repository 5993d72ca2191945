import { setImmediate } from 'node:timers/promises';
import type { PactContent } from '../../domain/pacts/pact-content.ts';
import type { Db } from '../../storage/database.ts';
import { findPactContent } from '../../storage/pacts.ts';

/** Reads contents one after the other, so that neither memory nor the other requests feel how many there are. */
export async function* eachContent<T extends { pact_version_id: number }>(
  db: Db,
  pacts: T[],
): AsyncGenerator<{ pact: T; content: PactContent }> {
  for (const pact of pacts) {
    const json = await findPactContent(db, pact.pact_version_id);
    if (json !== undefined) yield { pact, content: JSON.parse(json) as PactContent };
    await setImmediate();
  }
}
