import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import type { Db } from '../storage/database.ts';
import { inTransaction, writeAhead } from '../storage/transaction.ts';
import { databases, openTestStore, type TestStore } from './store.ts';

const NOW = '2026-01-02T03:04:05.678Z';
const NOT_UNIQUE = /unique constraint/i;

const environment = (db: Db, name: string) =>
  db.insertInto('environments').values({ uuid: name, name, production: 0, created_at: NOW, updated_at: NOW });
const names = async (db: Db) => (await db.selectFrom('environments').select('name').orderBy('name').execute()).map(({ name }) => name);

describe.each(databases)('a transaction on %s', (database) => {
  let store: TestStore;
  let db: Db;
  beforeAll(async () => {
    store = await openTestStore(database);
    db = store.tenant.db;
    await environment(db, 'there already').execute();
  });
  afterAll(() => store.close());

  test('keeps what was written ahead, in order, and reads it', async () => {
    const seen = await inTransaction(db, async (trx) => {
      await writeAhead(trx, environment(trx, 'test'));
      await writeAhead(trx, trx.updateTable('environments').set({ name: 'testing' }).where('name', '=', 'test'));
      return names(trx);
    });
    expect(seen).toEqual(['testing', 'there already']);
    expect(await names(db)).toEqual(seen);
  });

  test.each<[string, (trx: Db) => Promise<unknown>]>([
    ['the last of it', async () => {}],
    ['followed by another write ahead', (trx) => writeAhead(trx, environment(trx, 'later'))],
    ['followed by a question', names],
    ['followed by a failure of another kind', (trx) => trx.deleteFrom('no_such_table' as 'environments').execute()],
  ])('fails by the reason of a write ahead that failed, %s, and keeps nothing', async (_, rest) => {
    const before = await names(db);
    const work = async (trx: Db) => {
      await writeAhead(trx, environment(trx, 'not kept'));
      await writeAhead(trx, environment(trx, 'there already'));
      await rest(trx);
    };
    await expect(inTransaction(db, work)).rejects.toThrow(NOT_UNIQUE);
    expect(await names(db)).toEqual(before);
  });

  test('leaves its connection fit for the next one', async () => {
    await Promise.allSettled(
      Array.from({ length: 20 }, () => inTransaction(db, (trx) => writeAhead(trx, environment(trx, 'there already')))),
    );
    await inTransaction(db, (trx) => writeAhead(trx, environment(trx, 'after failures')));
    expect(await names(db)).toContain('after failures');
  });
});

test('PostgreSQL commits nothing of a transaction in which a failure was caught', async () => {
  const store = await openTestStore('postgres');
  const { db } = store.tenant;
  const work = async (trx: Db) => {
    await writeAhead(trx, environment(trx, 'kept?'));
    await trx
      .deleteFrom('no_such_table' as 'environments')
      .execute()
      .catch(() => {});
  };
  await expect(inTransaction(db, work)).rejects.toThrow('PostgreSQL rolled the transaction back');
  expect(await names(db)).toEqual([]);
  await store.close();
});

test.each<[string, (trx: Db) => Promise<unknown>]>([
  ['a write', (trx) => environment(trx, 'kept?').execute()],
  ['a write ahead', (trx) => writeAhead(trx, environment(trx, 'kept?'))],
  ['a question', async (trx) => [await names(trx), await environment(trx, 'kept?').execute()]],
])('PostgreSQL keeps nothing where there is no transaction and %s comes first', async (_, work) => {
  const store = await openTestStore('postgres');
  const { db } = store.tenant;
  const query = pg.Client.prototype.query as (...statement: unknown[]) => unknown;
  const withoutBegin = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...statement: unknown[]) {
    return query.apply(this, statement[0] === 'begin' ? ['no begin'] : statement);
  } as never);
  await expect(inTransaction(db, work)).rejects.toThrow('syntax error');
  withoutBegin.mockRestore();
  expect(await names(db)).toEqual([]);
  await store.close();
});
