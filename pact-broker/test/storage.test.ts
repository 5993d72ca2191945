import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { putVersionOnBranch } from '../storage/branches.ts';
import { findPacticipant, insertPacticipants } from '../storage/pacticipants.ts';
import { inTransaction } from '../storage/transaction.ts';
import { findVersionMarks, lockVersion } from '../storage/versions.ts';
import { databases, openTestStore, type TestStore } from './store.ts';

describe.each(databases)('the store on %s', (database) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await openTestStore(database);
  });
  afterAll(() => store.close());

  test('keeps as the head of a branch the version put on it last, also an older one, but not one that is put there again', async () => {
    const { db } = store.tenant;
    const now = '2026-01-02T03:04:05.678Z';
    await insertPacticipants(db, ['Order Web'], now);
    const pacticipant = await findPacticipant(db, 'Order Web');
    const pacticipantId = pacticipant?.id as number;
    const ids = await inTransaction(db, async (trx) => {
      const one = await lockVersion(trx, { pacticipantId, number: '1', now });
      const two = await lockVersion(trx, { pacticipantId, number: '2', now });
      await putVersionOnBranch(trx, { pacticipantId, branch: 'main', versionId: two.version.id, now });
      await putVersionOnBranch(trx, { pacticipantId, branch: 'main', versionId: one.version.id, now });
      // A build that is run again does not set the branch back.
      await putVersionOnBranch(trx, { pacticipantId, branch: 'main', versionId: two.version.id, now });
      return [one.version.id, two.version.id];
    });
    expect(await findVersionMarks(db, ids)).toEqual([
      expect.objectContaining({ kind: 'branch', name: 'main', version_id: ids[0], latest: 1 }),
      expect.objectContaining({ kind: 'branch', name: 'main', version_id: ids[1], latest: 0 }),
    ]);
  });
});
