import { SimilarPacticipantExists } from '../../domain/pacticipants/errors.ts';
import { similarNames } from '../../domain/pacticipants/similar-names.ts';
import type { Db } from '../../storage/database.ts';
import { findPacticipantNames, findPacticipantsNamed, insertPacticipants, type Pacticipant } from '../../storage/pacticipants.ts';
import { stillThere } from '../../storage/transaction.ts';
import type { Tenant } from '../tenant.ts';

/** The pacticipants of these names, created where they are missing. Throws SimilarPacticipantExists. The caller owns the transaction. */
export async function findOrCreatePacticipants(trx: Db, tenant: Tenant, names: string[]): Promise<Map<string, Pacticipant>> {
  const wanted = [...new Set(names)];
  const found = await findPacticipantsNamed(trx, wanted);
  if (found.length === wanted.length) return byName(found);
  const known = new Set(found.map(({ name }) => name));
  const missing = wanted.filter((name) => !known.has(name));
  if (tenant.rules.checkForPotentialDuplicateNames) await refuseSimilar(trx, missing);
  await insertPacticipants(trx, missing, tenant.now());
  const now = byName(await findPacticipantsNamed(trx, wanted));
  for (const name of wanted) stillThere(now.get(name));
  return now;
}

async function refuseSimilar(trx: Db, missing: string[]): Promise<void> {
  const existing = await findPacticipantNames(trx);
  for (const name of missing) {
    const similar = similarNames(name, existing);
    if (similar.length > 0) throw new SimilarPacticipantExists(name, similar);
  }
}

const byName = (pacticipants: Pacticipant[]) => new Map(pacticipants.map((p) => [p.name, p]));
