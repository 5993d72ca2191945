import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { inTransaction } from '../storage/transaction.ts';
import {
  claimDeliveries,
  type Delivery,
  findNextDueTime,
  finishAttempt,
  insertDeliveries,
  lockHeldDelivery,
} from '../storage/webhook-deliveries.ts';
import { databases, openTestStore, type TestStore } from './store.ts';

const now = '2026-01-02T03:04:05.000Z';
const until = '2026-01-02T03:05:05.000Z';

describe.each(databases)('the outbox on %s', (database) => {
  let store: TestStore;
  beforeEach(async () => {
    store = await openTestStore(database);
  });
  afterEach(() => store.close());

  const claim = (limit: number, at = now) => claimDeliveries(store.tenant.db, { lease: randomUUID(), now: at, until, limit });

  async function fill(count: number): Promise<void> {
    const { db } = store.tenant;
    const pacticipant = { created_at: now, updated_at: now };
    const { id } = await db
      .insertInto('pacticipants')
      .values({ name: 'P', ...pacticipant })
      .returning('id')
      .executeTakeFirstOrThrow();
    const version = await db
      .insertInto('versions')
      .values({ pacticipant_id: id, number: '1', ...pacticipant })
      .returning('id')
      .executeTakeFirstOrThrow();
    const content = { consumer_id: id, provider_id: id, sha: 'x', created_at: now };
    const pact = await db.insertInto('pact_versions').values(content).returning('id').executeTakeFirstOrThrow();
    const delivery = (index: number) => ({
      uuid: randomUUID(),
      webhook_id: null,
      name: 'POST x',
      event: 'contract_published',
      trigger_type: 'resource_creation' as const,
      pact_version_id: pact.id,
      consumer_version_id: version.id,
      verification_id: null,
      required_version_id: null,
      variables: '{}',
      status: 'not_run' as const,
      attempts_made: 0,
      // The one that is due the longest comes last, so that the order of claims is not that of rows.
      next_attempt_at: new Date(Date.parse(now) - index * 1000).toISOString(),
      lease: null,
      created_at: now,
    });
    await insertDeliveries(
      db,
      Array.from({ length: count }, (_, index) => delivery(index)),
    );
  }

  test('hands out each delivery once, however many ask at the same moment', async () => {
    await fill(60);
    const claims = await Promise.all(Array.from({ length: 12 }, () => claim(10)));
    for (const claimed of claims) expect(claimed.length).toBeLessThanOrEqual(10);
    const rest = await claim(100);
    const ids = [...claims.flat(), ...rest].map(({ id }) => id);
    expect(ids).toHaveLength(60);
    expect(new Set(ids).size).toBe(60);
  });

  test('hands out what is due the longest, and nothing before its time', async () => {
    await fill(3);
    expect((await claim(1)).map(({ id }) => id)).toEqual([3]);
    expect(await claim(10, '2026-01-01T00:00:00.000Z')).toEqual([]);
    expect(await findNextDueTime(store.tenant.db)).toBe('2026-01-02T03:04:04.000Z');
  });

  test('hands out again what nobody finished, and then takes no more word from whoever had it', async () => {
    await fill(1);
    const [late] = (await claim(1)) as [Delivery];
    expect(await claim(1)).toEqual([]);
    const [again] = (await claim(1, until)) as [Delivery];
    expect(again.id).toBe(late.id);
    const attempt = { number: 1, success: 1 as const, log: 'x', attempted_at: now };
    const { db } = store.tenant;
    expect(await inTransaction(db, (trx) => lockHeldDelivery(trx, late))).toBeUndefined();
    await inTransaction(db, async (trx) => {
      const delivery = (await lockHeldDelivery(trx, again)) as Delivery;
      await finishAttempt(trx, { delivery, status: 'success', nextAttemptAt: null, attempt });
    });
    expect(await inTransaction(db, (trx) => lockHeldDelivery(trx, again))).toBeUndefined();
    const rows = await store.tenant.db.selectFrom('webhook_deliveries').select(['status', 'attempts_made', 'lease']).execute();
    expect(rows).toEqual([{ status: 'success', attempts_made: 1, lease: null }]);
    expect(await findNextDueTime(store.tenant.db)).toBeNull();
  });
});
