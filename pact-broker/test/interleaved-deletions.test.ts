import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { putVersionOnBranch } from '../storage/branches.ts';
import type { Db } from '../storage/database.ts';
import { deleteUnusedPactVersions, takeVersionOffBranch } from '../storage/deletions.ts';
import { insertPacticipants } from '../storage/pacticipants.ts';
import { inTransaction } from '../storage/transaction.ts';
import { lockVersion } from '../storage/versions.ts';
import { openTestStore, type TestStore } from './store.ts';

// SQLite runs one transaction after the other: only PostgreSQL can interleave them.
const now = '2026-01-02T03:04:05.678Z';
let store: TestStore;
let db: Db;
beforeEach(async () => {
  store = await openTestStore('postgres');
  db = store.tenant.db;
  await insertPacticipants(db, ['API', 'Web'], now);
});
afterEach(() => store.close());

/** Runs `first` up to its commit, begins `second`, and commits the first only when the second has had time to run into its locks. */
async function interleave(first: (trx: Db) => Promise<void>, second: (trx: Db) => Promise<unknown>): Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  await inTransaction(db, async (trx) => {
    await first(trx);
    running = inTransaction(db, second);
    await setTimeout(300);
  });
  await running;
}

const version = async (trx: Db, number: string) => (await lockVersion(trx, { pacticipantId: await idOf('Web'), number, now })).version.id;
const idOf = async (name: string) =>
  (await db.selectFrom('pacticipants').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;

test('a content that a publication under way takes up again is not deleted with it', async () => {
  const pair = { consumer_id: await idOf('Web'), provider_id: await idOf('API') };
  const content = await db
    .insertInto('pact_versions')
    .values({ ...pair, sha: 'a', created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await interleave(
    async (trx) => {
      const consumer_version_id = await version(trx, '1');
      const publication = { ...pair, consumer_version_id, pact_version_id: content.id, revision: 1, created_at: now };
      await trx.insertInto('pact_publications').values(publication).execute();
    },
    (trx) => deleteUnusedPactVersions(trx, [content.id]),
  );
  expect(await db.selectFrom('pact_publications').select('pact_version_id').execute()).toEqual([{ pact_version_id: content.id }]);
});

test('the head that a version put on a branch under way becomes is not set back by taking another off', async () => {
  const pacticipantId = await idOf('Web');
  const put = async (trx: Db, number: string) => {
    const versionId = await version(trx, number);
    const { branchId } = await putVersionOnBranch(trx, { pacticipantId, branch: 'main', versionId, now });
    return { versionId, branchId };
  };
  const old = await inTransaction(db, (trx) => put(trx, '1'));
  let head = 0;
  await interleave(
    async (trx) => {
      head = (await put(trx, '2')).versionId;
    },
    (trx) => takeVersionOffBranch(trx, old.versionId, old.branchId),
  );
  expect(await db.selectFrom('branches').select('head_version_id').execute()).toEqual([{ head_version_id: head }]);
});
