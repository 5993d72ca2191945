import { NotFound } from '../../domain/errors.ts';
import type { Db } from '../../storage/database.ts';
import type { Pact } from '../../storage/pact-lookups.ts';
import { findPactContent } from '../../storage/pacts.ts';

export interface PactDocument extends Pact {
  /** The pact as it was published, JSON text. */
  json: string;
}

/** A pact with its content. Throws NotFound; `what` says what was looked for. */
export async function readPact(db: Db, found: Promise<Pact | undefined>, what: string): Promise<PactDocument> {
  const pact = await found;
  const json = pact && (await findPactContent(db, pact.pact_version_id));
  if (json === undefined) throw new NotFound(what);
  return { ...pact, json } as PactDocument;
}
