import { sql } from 'kysely';
import type { NamedInRule } from '../domain/retention/names-in-rules.ts';
import type { Db } from './database.ts';
import { findEnvironmentByName } from './environments.ts';
import { findPacticipant } from './pacticipants.ts';

/** Whether there is anything of a name. */
export async function isInUse(db: Db, { kind, name, of }: NamedInRule): Promise<boolean> {
  if (kind === 'pacticipant') return (await findPacticipant(db, name)) !== undefined;
  if (kind === 'environment') return (await findEnvironmentByName(db, name)) !== undefined;
  const heads = sql.table(kind === 'branch' ? 'branches' : 'tag_heads');
  // Asked of each pacticipant by its index: there are far fewer of those than of branches and tags.
  const { rows } = await sql`select 1 from pacticipants as p
    where exists (select 1 from ${heads} as h where h.pacticipant_id = p.id and h.name = ${name})
    ${of === undefined ? sql`` : sql`and p.name = ${of}`} limit 1`.execute(db);
  return rows.length > 0;
}
