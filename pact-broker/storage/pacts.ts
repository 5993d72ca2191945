import { sql } from 'kysely';
import { compress, decompress } from './compression.ts';
import type { Db } from './database.ts';
import { first, prepared } from './prepared.ts';
import type { Row } from './schema.ts';
import { stillThere, writeAhead } from './transaction.ts';

export type PactVersion = Row<'pact_versions'>;
export type PactPublication = Row<'pact_publications'>;

export interface ContentToStore {
  providerId: number;
  sha: string;
  /** Made only when the content is not there yet. */
  json: () => string;
}

/** Finds or creates the pact versions of these contents, in the order given, and says which are new. */
export async function ensurePactVersions(trx: Db, consumerId: number, contents: ContentToStore[], now: string) {
  const known = () => pactVersionsByContent(trx, { consumerId, shas: contents.map(({ sha }) => sha) });
  const before = await known();
  const missing = contents.filter((content) => !before.some((row) => isOf(row, content)));
  const inserted = await insertPactVersions(trx, consumerId, missing, now);
  // Fewer where another publisher was faster.
  const rows = inserted.length < missing.length ? await known() : [...before, ...inserted];
  const newIds = new Set(inserted.map(({ id }) => id));
  const found = contents.map((content) => {
    const row = stillThere(rows.find((r) => isOf(r, content)));
    return { ...row, isNew: newIds.has(row.id) };
  });
  const toStore = found.flatMap(({ id, isNew }, index) =>
    isNew ? [{ pact_version_id: id, content: compress((contents[index] as ContentToStore).json()) }] : [],
  );
  if (toStore.length > 0) await writeAhead(trx, trx.insertInto('pact_contents').values(toStore));
  return found;
}

const isOf = (row: PactVersion, { providerId, sha }: ContentToStore): boolean => row.provider_id === providerId && row.sha === sha;

/** Those that are not there yet, in an order in which publishers never wait for each other in a circle. */
async function insertPactVersions(trx: Db, consumerId: number, contents: ContentToStore[], now: string): Promise<PactVersion[]> {
  if (contents.length === 0) return [];
  const rows = contents
    .map(({ providerId, sha }) => ({ consumer_id: consumerId, provider_id: providerId, sha, created_at: now }))
    .sort((a, b) => a.provider_id - b.provider_id || (a.sha < b.sha ? -1 : 1));
  return trx
    .insertInto('pact_versions')
    .values(rows)
    .onConflict((c) => c.columns(['consumer_id', 'provider_id', 'sha']).doNothing())
    .returningAll()
    .execute();
}

const pactVersionsByContent = prepared<{ consumerId: number; shas: string[] }, PactVersion>((db, p) =>
  db
    .selectFrom('pact_versions')
    .selectAll()
    .where('consumer_id', '=', p.value('consumerId'))
    .where(p.in(sql.ref('sha'), 'shas')),
);

/** The pacts that a consumer version has already, by provider. */
export const findPublicationsOfVersion = prepared<{ consumerVersionId: number }, PactPublication & { sha: string }>((db, p) =>
  db
    .selectFrom('pact_publications as p')
    .innerJoin('pact_versions as v', 'v.id', 'p.pact_version_id')
    .selectAll('p')
    .select('v.sha')
    .where('p.consumer_version_id', '=', p.value('consumerVersionId')),
);

/** Publishes contents under a consumer version. A pact that is there already is replaced, as its next revision. */
export async function putPublications(
  trx: Db,
  publications: { consumer_id: number; provider_id: number; consumer_version_id: number; pact_version_id: number; created_at: string }[],
): Promise<void> {
  const put = trx
    .insertInto('pact_publications')
    .values(publications.map((p) => ({ ...p, revision: 1 })))
    .onConflict((c) =>
      c.columns(['consumer_version_id', 'provider_id']).doUpdateSet((eb) => ({
        pact_version_id: eb.ref('excluded.pact_version_id'),
        revision: sql<number>`${eb.ref('pact_publications.revision')} + 1`,
        created_at: eb.ref('excluded.created_at'),
      })),
    );
  await writeAhead(trx, put);
}

const contentById = prepared<{ pactVersionId: number }, { content: Uint8Array }>((db, p) =>
  db.selectFrom('pact_contents').select('content').where('pact_version_id', '=', p.value('pactVersionId')),
);

/** The JSON text of a content. */
export async function findPactContent(db: Db, pactVersionId: number): Promise<string | undefined> {
  const row = first(await contentById(db, { pactVersionId }));
  return row && contentText(row);
}

export const contentText = ({ content }: { content: Uint8Array }): string => decompress(content);

/** What a consumer version's pact on the same branch or tag said before, to tell whether the content changed. */
export const findPreviousHeads = prepared<
  { branchVersionOf: number; consumerId: number; providerIds: number[] },
  { provider_id: number; name: string; kind: 'branch' | 'tag'; pact_version_id: number }
>((db, p) => {
  const branches = db
    .selectFrom('branch_versions as bv')
    .innerJoin('branches as b', 'b.id', 'bv.branch_id')
    .innerJoin('branch_head_pacts as h', 'h.branch_id', 'bv.branch_id')
    .select(['h.provider_id', 'b.name', sql<'branch' | 'tag'>`'branch'`.as('kind'), 'h.pact_version_id'])
    .where('bv.version_id', '=', p.value('branchVersionOf'))
    .where(p.in(sql.ref('h.provider_id'), 'providerIds'));
  const tags = db
    .selectFrom('tags as t')
    .innerJoin('tag_head_pacts as h', (join) => join.onRef('h.consumer_id', '=', 't.pacticipant_id').onRef('h.tag', '=', 't.name'))
    .select(['h.provider_id', 't.name', sql<'branch' | 'tag'>`'tag'`.as('kind'), 'h.pact_version_id'])
    .where('t.version_id', '=', p.value('branchVersionOf'))
    .where('h.consumer_id', '=', p.value('consumerId'))
    .where(p.in(sql.ref('h.provider_id'), 'providerIds'));
  return branches.unionAll(tags);
});

/** The content that a consumer has published last with each of the providers; nothing for those without a pact. */
export const findNewestContents = prepared<{ consumerId: number; providerIds: number[] }, { provider_id: number; pact_version_id: number }>(
  (db, p) =>
    db
      .selectFrom('pacticipants as provider')
      .innerJoin('pact_publications as pp', (join) =>
        join
          .onRef('pp.provider_id', '=', 'provider.id')
          .on('pp.consumer_version_id', '=', (eb) =>
            eb
              .selectFrom('pact_publications as newest')
              .select('newest.consumer_version_id')
              .where('newest.consumer_id', '=', p.value('consumerId'))
              .whereRef('newest.provider_id', '=', 'provider.id')
              .orderBy('newest.consumer_version_id', 'desc')
              .limit(1),
          ),
      )
      .select(['pp.provider_id', 'pp.pact_version_id'])
      .where(p.in(sql.ref('provider.id'), 'providerIds')),
);
