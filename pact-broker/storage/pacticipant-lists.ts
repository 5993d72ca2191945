import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { Pacticipant } from './pacticipants.ts';
import { onPage, type Page } from './paging.ts';
import { first, prepared } from './prepared.ts';
import { containsText } from './text-search.ts';

/** A pacticipant with the number of its newest version. */
export interface ListedPacticipant extends Pacticipant {
  latest_version: string | null;
}

export interface PacticipantFilter {
  /** Part of the name or display name. */
  q?: string | undefined;
  label?: string | undefined;
}

const listed = (db: Db) =>
  db
    .selectFrom('pacticipants as p')
    .selectAll('p')
    .select((eb) =>
      eb
        .selectFrom('versions as v')
        .select('v.number')
        .whereRef('v.pacticipant_id', '=', 'p.id')
        .orderBy('v.id', 'desc')
        .limit(1)
        .as('latest_version'),
    );

const listedByName = prepared<{ name: string }, ListedPacticipant>((db, p) => listed(db).where('p.name', '=', p.value('name')));

export const findListedPacticipant = async (db: Db, name: string) => first(await listedByName(db, { name }));

/** By name, upper and lower case together. */
export function findPacticipants(db: Db, filter: PacticipantFilter, page?: Page): Promise<ListedPacticipant[]> {
  const query = listed(db).where(matching(db, filter)).orderBy(sql`lower(p.name)`).orderBy('p.name');
  return onPage(query, page).execute();
}

export async function countPacticipants(db: Db, filter: PacticipantFilter): Promise<number> {
  const { total } = await db
    .selectFrom('pacticipants as p')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where(matching(db, filter))
    .executeTakeFirstOrThrow();
  return total;
}

function matching(db: Db, { q, label }: PacticipantFilter) {
  const named = q === undefined ? sql<boolean>`1 = 1` : byText(db, q);
  if (label === undefined) return named;
  const labelled = db.selectFrom('labels as l').select('l.pacticipant_id').where('l.name', '=', label);
  return sql<boolean>`${named} and p.id in (${labelled})`;
}

const byText = (db: Db, text: string) =>
  sql<boolean>`(${containsText(db, sql.ref('p.name'), text)} or ${containsText(db, sql.ref('p.display_name'), text)})`;
