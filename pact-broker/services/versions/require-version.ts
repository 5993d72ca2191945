import { NotFound } from '../../domain/errors.ts';
import type { Db } from '../../storage/database.ts';
import type { Pacticipant } from '../../storage/pacticipants.ts';
import { findVersion, lockExistingVersion, type Version } from '../../storage/versions.ts';
import { requireLockedPacticipant, requirePacticipant } from '../pacticipants/require-pacticipant.ts';

interface VersionOf {
  pacticipant: string;
  number: string;
}

interface Found {
  pacticipant: Pacticipant;
  version: Version;
}

/** Throws PacticipantNotFound, NotFound. */
export async function requireVersion(db: Db, { pacticipant: name, number }: VersionOf): Promise<Found> {
  const pacticipant = await requirePacticipant(db, name);
  const version = await findVersion(db, pacticipant.id, number);
  if (!version) throw versionNotFound(name, number);
  return { pacticipant, version };
}

/** Locks a pacticipant and a version of it, as every deletion does first, in this order. Throws PacticipantNotFound, NotFound. */
export async function requireVersionToDeleteFrom(trx: Db, { pacticipant: name, number }: VersionOf): Promise<Found> {
  const pacticipant = await requireLockedPacticipant(trx, name);
  const version = await lockExistingVersion(trx, pacticipant.id, number);
  if (!version) throw versionNotFound(name, number);
  return { pacticipant, version };
}

const versionNotFound = (pacticipant: string, number: string) => new NotFound(`version ${number} of ${pacticipant}`);
