import { sql } from 'kysely';
import type { Db } from './database.ts';
import { onPage, type Page } from './paging.ts';
import { prepared } from './prepared.ts';
import { containsText } from './text-search.ts';

/** An integration by its names. */
export interface Integration {
  consumer: string;
  provider: string;
}

/** By consumer and provider; `q` is part of either name. */
export function findIntegrations(db: Db, q: string | undefined, page?: Page): Promise<Integration[]> {
  const query = integrations(db, q)
    .select(['c.name as consumer', 'p.name as provider'])
    .orderBy(sql`lower(c.name)`)
    .orderBy('c.name')
    .orderBy(sql`lower(p.name)`)
    .orderBy('p.name');
  return onPage(query, page).execute();
}

export async function countIntegrations(db: Db, q: string | undefined): Promise<number> {
  const query = integrations(db, q).select((eb) => eb.fn.countAll<number>().as('total'));
  return (await query.executeTakeFirstOrThrow()).total;
}

function integrations(db: Db, q: string | undefined) {
  const all = db
    .selectFrom('integrations as i')
    .innerJoin('pacticipants as c', 'c.id', 'i.consumer_id')
    .innerJoin('pacticipants as p', 'p.id', 'i.provider_id');
  if (q === undefined) return all;
  return all.where(sql<boolean>`(${containsText(db, sql.ref('c.name'), q)} or ${containsText(db, sql.ref('p.name'), q)})`);
}

/** An integration as an edge of the network, with the order of its pacticipants' creation. */
export interface NetworkEdge extends Integration {
  consumer_id: number;
  provider_id: number;
}

const edges = prepared<object, NetworkEdge>((db) =>
  db
    .selectFrom('integrations as i')
    .innerJoin('pacticipants as c', 'c.id', 'i.consumer_id')
    .innerJoin('pacticipants as p', 'p.id', 'i.provider_id')
    .select(['c.name as consumer', 'p.name as provider', 'i.consumer_id', 'i.provider_id'])
    .orderBy(sql`lower(c.name)`)
    .orderBy('c.name')
    .orderBy(sql`lower(p.name)`)
    .orderBy('p.name'),
);

/** Who depends on whom, all of it. */
export const findNetwork = (db: Db): Promise<NetworkEdge[]> => edges(db, {});
