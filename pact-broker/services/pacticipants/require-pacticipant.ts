import { PacticipantNotFound } from '../../domain/errors.ts';
import type { Db } from '../../storage/database.ts';
import { findPacticipant, lockPacticipant, type Pacticipant } from '../../storage/pacticipants.ts';

/** Throws PacticipantNotFound. */
export async function requirePacticipant(db: Db, name: string): Promise<Pacticipant> {
  const pacticipant = await findPacticipant(db, name);
  if (!pacticipant) throw new PacticipantNotFound(name);
  return pacticipant;
}

/** Locks a pacticipant, as every deletion below it does first. Throws PacticipantNotFound. */
export async function requireLockedPacticipant(trx: Db, name: string): Promise<Pacticipant> {
  const pacticipant = await lockPacticipant(trx, name);
  if (!pacticipant) throw new PacticipantNotFound(name);
  return pacticipant;
}
