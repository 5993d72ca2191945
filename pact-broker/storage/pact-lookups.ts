import { sql } from 'kysely';
import type { Db } from './database.ts';
import { first, prepared } from './prepared.ts';

/** A pact publication with the names and numbers that its representation needs. */
export interface Pact {
  consumer: string;
  provider: string;
  consumer_id: number;
  consumer_version_id: number;
  consumer_version: string;
  pact_version_id: number;
  sha: string;
  created_at: string;
}

interface Integration {
  consumer: string;
  provider: string;
}

const pacts = (db: Db) =>
  db
    .selectFrom('pact_publications as pp')
    .innerJoin('pact_versions as pv', 'pv.id', 'pp.pact_version_id')
    .innerJoin('versions as cv', 'cv.id', 'pp.consumer_version_id')
    .innerJoin('pacticipants as c', 'c.id', 'pp.consumer_id')
    .innerJoin('pacticipants as p', 'p.id', 'pp.provider_id')
    .select(['c.name as consumer', 'p.name as provider', 'pp.consumer_id', 'pp.consumer_version_id', 'cv.number as consumer_version'])
    .select(['pp.pact_version_id', 'pv.sha', 'pp.created_at']);

const between = <P extends Integration>(db: Db, value: <K extends keyof P & string>(name: K) => P[K]) =>
  pacts(db)
    .where('pp.consumer_id', '=', db.selectFrom('pacticipants').select('id').where('name', '=', value('consumer')))
    .where('pp.provider_id', '=', db.selectFrom('pacticipants').select('id').where('name', '=', value('provider')));

const one =
  <P extends object>(find: (db: Db, values: P) => Promise<Pact[]>) =>
  async (db: Db, values: P): Promise<Pact | undefined> =>
    first(await find(db, values));

type OfVersion = Integration & { number: string };
export const findPactOfVersion = one(
  prepared<OfVersion, Pact>((db, p) =>
    between<OfVersion>(db, p.value).where('cv.number', '=', p.value('number')).whereRef('cv.pacticipant_id', '=', 'c.id'),
  ),
);

export const findLatestPact = one(
  prepared<Integration, Pact>((db, p) => between<Integration>(db, p.value).orderBy('pp.consumer_version_id', 'desc').limit(1)),
);

type OfTag = Integration & { tag: string };
export const findLatestPactWithTag = one(
  prepared<OfTag, Pact>((db, p) =>
    between<OfTag>(db, p.value)
      .innerJoin('tag_head_pacts as h', (join) =>
        join
          .onRef('h.consumer_id', '=', 'pp.consumer_id')
          .onRef('h.provider_id', '=', 'pp.provider_id')
          .onRef('h.consumer_version_id', '=', 'pp.consumer_version_id'),
      )
      .where('h.tag', '=', p.value('tag')),
  ),
);

export const findLatestUntaggedPact = one(
  prepared<Integration, Pact>((db, p) =>
    between<Integration>(db, p.value)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('tags as t').select('t.name').whereRef('t.version_id', '=', 'pp.consumer_version_id'))),
      )
      .orderBy('pp.consumer_version_id', 'desc')
      .limit(1),
  ),
);

type OfBranch = Integration & { branch: string };
export const findLatestPactOfBranch = one(
  prepared<OfBranch, Pact>((db, p) =>
    between<OfBranch>(db, p.value)
      .innerJoin('branches as b', 'b.pacticipant_id', 'pp.consumer_id')
      .innerJoin('branch_head_pacts as h', (join) =>
        join
          .onRef('h.branch_id', '=', 'b.id')
          .onRef('h.provider_id', '=', 'pp.provider_id')
          .onRef('h.consumer_version_id', '=', 'pp.consumer_version_id'),
      )
      .where('b.name', '=', p.value('branch')),
  ),
);

type OfContent = Integration & { sha: string };
/** The newest publication of a content. */
export const findPactByContent = one(
  prepared<OfContent, Pact>((db, p) =>
    between<OfContent>(db, p.value).where('pv.sha', '=', p.value('sha')).orderBy('pp.consumer_version_id', 'desc').limit(1),
  ),
);

type OfPublication = Integration & { consumerVersionId: number; pactVersionId: number };
const previousDistinct = prepared<OfPublication, Pact>((db, p) =>
  between<OfPublication>(db, p.value)
    .where('pp.consumer_version_id', '<', p.value('consumerVersionId'))
    .where('pp.pact_version_id', '<>', p.value('pactVersionId'))
    .orderBy('pp.consumer_version_id', 'desc')
    .limit(1),
);

/** The newest publication before a pact that has other content. */
export async function findPreviousDistinctPact(db: Db, pact: Pact): Promise<Pact | undefined> {
  const { consumer, provider, consumer_version_id: consumerVersionId, pact_version_id: pactVersionId } = pact;
  return first(await previousDistinct(db, { consumer, provider, consumerVersionId, pactVersionId }));
}

/** Those of a consumer's versions that carry a content, the newest first. */
export const findPublishedVersions = prepared<{ pactVersionId: number; numbers: string[] }, { id: number; number: string }>((db, p) =>
  db
    .selectFrom('pact_publications as pp')
    .innerJoin('versions as v', 'v.id', 'pp.consumer_version_id')
    .select(['v.id', 'v.number'])
    .where('pp.pact_version_id', '=', p.value('pactVersionId'))
    .where(p.in(sql.ref('v.number'), 'numbers'))
    .orderBy('v.id', 'desc'),
);
