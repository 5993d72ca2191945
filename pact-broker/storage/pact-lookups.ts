import { type Compilable, sql } from 'kysely';
import type { Db } from './database.ts';
import { first, type Parameters, prepared } from './prepared.ts';

/** A pact publication with the names and numbers that its representation needs. */
export interface Pact {
  consumer: string;
  provider: string;
  consumer_id: number;
  provider_id: number;
  consumer_version_id: number;
  consumer_version: string;
  pact_version_id: number;
  sha: string;
  created_at: string;
}

/** With its content as it is stored: compressed JSON text. */
export interface PactWithContent extends Pact {
  content: Uint8Array;
}

interface Integration {
  consumer: string;
  provider: string;
}

const pacts = (db: Db, content: boolean) =>
  db
    .selectFrom('pact_publications as pp')
    .innerJoin('pact_versions as pv', 'pv.id', 'pp.pact_version_id')
    .innerJoin('versions as cv', 'cv.id', 'pp.consumer_version_id')
    .innerJoin('pacticipants as c', 'c.id', 'pp.consumer_id')
    .innerJoin('pacticipants as p', 'p.id', 'pp.provider_id')
    .select(['c.name as consumer', 'p.name as provider', 'pp.consumer_id', 'pp.provider_id', 'pp.consumer_version_id'])
    .select(['cv.number as consumer_version', 'pp.pact_version_id', 'pv.sha', 'pp.created_at'])
    .$if(content, (query) =>
      query.select((eb) =>
        eb.selectFrom('pact_contents as x').select('x.content').whereRef('x.pact_version_id', '=', 'pp.pact_version_id').as('content'),
      ),
    );

const between = <P extends Integration>({ db, p, content }: Question<P>) =>
  pacts(db, content)
    .where('pp.consumer_id', '=', db.selectFrom('pacticipants').select('id').where('name', '=', p.value('consumer')))
    .where('pp.provider_id', '=', db.selectFrom('pacticipants').select('id').where('name', '=', p.value('provider')));

interface Question<P> {
  db: Db;
  p: Parameters<P>;
  /** Whether the content is asked for as well. */
  content: boolean;
}

const one =
  <P extends object, R>(find: (db: Db, values: P) => Promise<R[]>) =>
  async (db: Db, values: P): Promise<R | undefined> =>
    first(await find(db, values));

/** Finds one pact, or, `withContent`, the pact with its content in the same statement. */
const lookup = <P extends Integration>(build: (question: Question<P>) => Compilable) =>
  Object.assign(one(prepared<P, Pact>((db, p) => build({ db, p, content: false }) as Compilable<Pact>)), {
    withContent: one(prepared<P, PactWithContent>((db, p) => build({ db, p, content: true }) as Compilable<PactWithContent>)),
  });

type OfVersion = Integration & { number: string };
export const findPactOfVersion = lookup<OfVersion>((question) =>
  between(question).where('cv.number', '=', question.p.value('number')).whereRef('cv.pacticipant_id', '=', 'c.id'),
);

export const findLatestPact = lookup<Integration>((question) => between(question).orderBy('pp.consumer_version_id', 'desc').limit(1));

type OfTag = Integration & { tag: string };
export const findLatestPactWithTag = lookup<OfTag>((question) =>
  between(question)
    .innerJoin('tag_head_pacts as h', (join) =>
      join
        .onRef('h.consumer_id', '=', 'pp.consumer_id')
        .onRef('h.provider_id', '=', 'pp.provider_id')
        .onRef('h.consumer_version_id', '=', 'pp.consumer_version_id'),
    )
    .where('h.tag', '=', question.p.value('tag')),
);

export const findLatestUntaggedPact = lookup<Integration>((question) =>
  between(question)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('tags as t').select('t.name').whereRef('t.version_id', '=', 'pp.consumer_version_id'))),
    )
    .orderBy('pp.consumer_version_id', 'desc')
    .limit(1),
);

type OfBranch = Integration & { branch: string };
export const findLatestPactOfBranch = lookup<OfBranch>((question) =>
  between(question)
    .innerJoin('branches as b', 'b.pacticipant_id', 'pp.consumer_id')
    .innerJoin('branch_head_pacts as h', (join) =>
      join
        .onRef('h.branch_id', '=', 'b.id')
        .onRef('h.provider_id', '=', 'pp.provider_id')
        .onRef('h.consumer_version_id', '=', 'pp.consumer_version_id'),
    )
    .where('b.name', '=', question.p.value('branch')),
);

type OfContent = Integration & { sha: string };
/** The newest publication of a content. */
export const findPactByContent = lookup<OfContent>((question) =>
  between(question).where('pv.sha', '=', question.p.value('sha')).orderBy('pp.consumer_version_id', 'desc').limit(1),
);

type OfPublication = Integration & { consumerVersionId: number; pactVersionId: number };
const previousDistinct = prepared<OfPublication, PactWithContent>((db, p) =>
  between({ db, p, content: true })
    .where('pp.consumer_version_id', '<', p.value('consumerVersionId'))
    .where('pp.pact_version_id', '<>', p.value('pactVersionId'))
    .orderBy('pp.consumer_version_id', 'desc')
    .limit(1),
);

/** The newest publication before a pact that has other content. */
export async function findPreviousDistinctPact(db: Db, pact: Pact): Promise<PactWithContent | undefined> {
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
