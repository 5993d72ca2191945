import { NotFound } from '../../domain/errors.ts';
import type { Pact, PactWithContent } from '../../storage/pact-lookups.ts';
import { contentText } from '../../storage/pacts.ts';

export interface PactDocument extends Pact {
  /** The pact as it was published, JSON text. */
  json: string;
}

/** A pact with its content. Throws NotFound; `what` says what was looked for. */
export async function readPact(found: Promise<PactWithContent | undefined>, what: string): Promise<PactDocument> {
  const pact = await found;
  if (!pact) throw new NotFound(what);
  return { ...pact, json: contentText(pact) };
}
