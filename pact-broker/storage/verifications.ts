import { sql } from 'kysely';
import { compress, decompress } from './compression.ts';
import type { Db } from './database.ts';
import { first, prepared } from './prepared.ts';
import type { Flag } from './schema.ts';
import { writeAhead } from './transaction.ts';

/** A result with the names and numbers that its representation needs. */
export interface Verification {
  id: number;
  success: Flag;
  build_url: string | null;
  created_at: string;
  consumer: string;
  provider: string;
  sha: string;
  provider_version: string;
  pact_version_id: number;
}

export interface NewVerification {
  pact_version_id: number;
  consumer_id: number;
  provider_id: number;
  provider_version_id: number;
  success: Flag;
  /** Whether the pact had been handed out as work in progress. */
  wip: Flag;
  /** Of how many interactions the verifier told no result. */
  untested: number;
  build_url: string | null;
  created_at: string;
}

export interface StoredReport {
  report: Record<string, unknown>;
  /** Numbers of the consumer versions that the verifier had been handed. */
  consumerVersions: string[];
  /** Interactions of the pact of which the verifier told no result, by their descriptions. */
  untested: string[];
}

/** Keeps a result and makes it the latest of its content with its provider version. */
export async function insertVerification(trx: Db, verification: NewVerification, report: StoredReport): Promise<number> {
  const { id } = await trx.insertInto('verifications').values(verification).returning('id').executeTakeFirstOrThrow();
  const body = compress(JSON.stringify(report));
  await writeAhead(trx, trx.insertInto('verification_results').values({ verification_id: id, body }));
  const { build_url: _buildUrl, wip: _wip, ...kept } = verification;
  const latest = trx
    .insertInto('latest_verifications')
    .values({ ...kept, verification_id: id })
    .onConflict((c) =>
      c
        .columns(['pact_version_id', 'provider_version_id'])
        .doUpdateSet((eb) => ({
          verification_id: eb.ref('excluded.verification_id'),
          success: eb.ref('excluded.success'),
          untested: eb.ref('excluded.untested'),
          created_at: eb.ref('excluded.created_at'),
        }))
        .whereRef('excluded.verification_id', '>', 'latest_verifications.verification_id'),
    );
  await writeAhead(trx, latest);
  return id;
}

const verifications = (db: Db) =>
  db
    .selectFrom('verifications as v')
    .innerJoin('pact_versions as pv', 'pv.id', 'v.pact_version_id')
    .innerJoin('pacticipants as c', 'c.id', 'v.consumer_id')
    .innerJoin('pacticipants as p', 'p.id', 'v.provider_id')
    .innerJoin('versions as n', 'n.id', 'v.provider_version_id')
    .select(['v.id', 'v.success', 'v.build_url', 'v.created_at', 'v.pact_version_id', 'c.name as consumer', 'p.name as provider', 'pv.sha'])
    .select('n.number as provider_version');

interface Content {
  consumer: string;
  provider: string;
  sha: string;
}

const byId = prepared<Content & { id: number }, Verification>((db, p) =>
  verifications(db)
    .where('v.id', '=', p.value('id'))
    .where('c.name', '=', p.value('consumer'))
    .where('p.name', '=', p.value('provider'))
    .where('pv.sha', '=', p.value('sha')),
);

export const findVerification = async (db: Db, key: Content & { id: number }) => first(await byId(db, key));

const latestOf = prepared<{ pactVersionId: number }, Verification>((db, p) =>
  verifications(db).where('v.pact_version_id', '=', p.value('pactVersionId')).orderBy('v.id', 'desc').limit(1),
);

/** The newest result of a content, from whichever provider version. */
export const findLatestVerification = async (db: Db, pactVersionId: number) => first(await latestOf(db, { pactVersionId }));

/** A result with its report, and the newest consumer version that carries the verified content. */
export interface VerificationDocument extends Verification, StoredReport {
  consumer_version: string;
}

const withReports = prepared<{ ids: number[] }, Verification & { body: Uint8Array | null; consumer_version: string }>((db, p) =>
  verifications(db)
    .leftJoin('verification_results as r', 'r.verification_id', 'v.id')
    .select('r.body')
    .select((eb) =>
      eb
        .selectFrom('pact_publications as pp')
        .innerJoin('versions as cv', 'cv.id', 'pp.consumer_version_id')
        .select('cv.number')
        .whereRef('pp.pact_version_id', '=', 'v.pact_version_id')
        .orderBy('pp.consumer_version_id', 'desc')
        .limit(1)
        .as('consumer_version'),
    )
    .where(p.in(sql.ref('v.id'), 'ids'))
    .orderBy('p.name'),
);

/** By the provider's name. */
export async function findVerificationDocuments(db: Db, ids: number[]): Promise<VerificationDocument[]> {
  const found = await withReports(db, { ids });
  return found.map(({ body, ...verification }) => ({ ...verification, ...NO_REPORT, ...(body ? JSON.parse(decompress(body)) : {}) }));
}

const NO_REPORT: StoredReport = { report: {}, consumerVersions: [], untested: [] };

/** Each pact of a consumer version with the newest result of its content; null where there is none. */
export const findLatestVerificationsOfVersion = prepared<
  { consumer: string; number: string },
  { provider: string; verification_id: number | null }
>((db, p) =>
  db
    .selectFrom('versions as cv')
    .innerJoin('pacticipants as c', 'c.id', 'cv.pacticipant_id')
    .innerJoin('pact_publications as pp', 'pp.consumer_version_id', 'cv.id')
    .innerJoin('pacticipants as p', 'p.id', 'pp.provider_id')
    .select('p.name as provider')
    .select((eb) =>
      eb
        .selectFrom('verifications as v')
        .select((e) => e.fn.max<number | null>('v.id').as('id'))
        .whereRef('v.pact_version_id', '=', 'pp.pact_version_id')
        .as('verification_id'),
    )
    .where('c.name', '=', p.value('consumer'))
    .where('cv.number', '=', p.value('number'))
    .orderBy('p.name'),
);
