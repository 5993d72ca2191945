import { sql } from 'kysely';
import type { IntegrationOverview } from '../domain/integrations/overview.ts';
import { outcomeOf } from '../domain/integrations/pairing.ts';
import type { Db } from './database.ts';
import { prepared } from './prepared.ts';
import type { Flag } from './schema.ts';
import { textOf } from './text-of.ts';

/** What an overview shows of an integration, but for what is in environments. */
export interface IntegrationHeads extends Omit<IntegrationOverview, 'environments'> {
  id: number;
}

interface Row {
  id: number;
  consumer: string;
  provider: string;
  newest_version: string | null;
  branch: string | null;
  published_at: string | null;
  verifier: string | null;
  success: Flag | null;
  verified_at: string | null;
  consumer_branch: string | null;
  provider_branch: string | null;
  main_version: string | null;
  main_pact_id: number | null;
  main_verifier: string | null;
  main_success: Flag | null;
  main_verified_at: string | null;
}

const number = (id: string) => sql<string | null>`${textOf('versions', 'number', id)}`;

const rows = prepared<object, Row>((db) =>
  db
    .selectFrom((eb) =>
      eb
        .selectFrom('integrations as x')
        .select(['x.id', 'x.consumer_id', 'x.provider_id'])
        .select(
          sql<number | null>`(select y.consumer_version_id from pact_publications as y
            where y.consumer_id = x.consumer_id and y.provider_id = x.provider_id order by y.consumer_version_id desc limit 1)`.as(
            'newest_id',
          ),
        )
        .as('i'),
    )
    .innerJoin('pacticipants as c', 'c.id', 'i.consumer_id')
    .innerJoin('pacticipants as p', 'p.id', 'i.provider_id')
    .leftJoin('pact_publications as pp', (join) =>
      join.onRef('pp.consumer_version_id', '=', 'i.newest_id').onRef('pp.provider_id', '=', 'i.provider_id'),
    )
    .leftJoin('verifications as v', (join) =>
      join.on(sql<boolean>`v.id = (select max(y.id) from verifications as y where y.pact_version_id = pp.pact_version_id)`),
    )
    .leftJoin('branches as cb', (join) => join.onRef('cb.pacticipant_id', '=', 'c.id').onRef('cb.name', '=', 'c.main_branch'))
    .leftJoin('branches as pb', (join) => join.onRef('pb.pacticipant_id', '=', 'p.id').onRef('pb.name', '=', 'p.main_branch'))
    .leftJoin('pact_publications as mp', (join) =>
      join.onRef('mp.consumer_version_id', '=', 'cb.head_version_id').onRef('mp.provider_id', '=', 'i.provider_id'),
    )
    // By its id: to join by both ids, PostgreSQL reads all results of the content.
    .leftJoin('verifications as mv', (join) =>
      join.on(
        sql<boolean>`mv.id = (select l.verification_id from latest_verifications as l
          where l.pact_version_id = mp.pact_version_id and l.provider_version_id = pb.head_version_id)`,
      ),
    )
    .select(['i.id', 'c.name as consumer', 'p.name as provider', 'pp.created_at as published_at'])
    .select(['v.success', 'v.created_at as verified_at', 'c.main_branch as consumer_branch', 'p.main_branch as provider_branch'])
    .select(['mp.id as main_pact_id', 'mv.success as main_success', 'mv.created_at as main_verified_at'])
    .select([number('pp.consumer_version_id').as('newest_version'), number('v.provider_version_id').as('verifier')])
    .select([number('cb.head_version_id').as('main_version'), number('pb.head_version_id').as('main_verifier')])
    .select(
      sql<string | null>`(select b.name from branch_versions as bv join branches as b on b.id = bv.branch_id
        where bv.version_id = pp.consumer_version_id order by b.id limit 1)`.as('branch'),
    )
    .orderBy(sql`lower(c.name)`)
    .orderBy('c.name')
    .orderBy(sql`lower(p.name)`)
    .orderBy('p.name'),
);

/** Every integration by its names, with its newest pact and what is on both main branches. */
export const findIntegrationHeads = async (db: Db): Promise<IntegrationHeads[]> => (await rows(db, {})).map(headsOf);

const headsOf = (row: Row): IntegrationHeads => ({
  id: row.id,
  consumer: row.consumer,
  provider: row.provider,
  newest: newestOf(row),
  main: {
    consumerBranch: row.consumer_branch ?? undefined,
    providerBranch: row.provider_branch ?? undefined,
    consumerVersion: row.main_version ?? undefined,
    providerVersion: row.main_verifier ?? undefined,
    outcome: outcomeOf(row.main_pact_id !== null, row.main_success),
    verifiedAt: row.main_verified_at ?? undefined,
  },
});

const newestOf = ({ newest_version, published_at, ...row }: Row): IntegrationHeads['newest'] =>
  newest_version === null || published_at === null
    ? undefined
    : {
        consumerVersion: newest_version,
        providerVersion: row.verifier ?? undefined,
        outcome: outcomeOf(true, row.success),
        branch: row.branch ?? undefined,
        publishedAt: published_at,
        verifiedAt: row.verified_at ?? undefined,
      };
