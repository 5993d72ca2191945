import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openDatabase } from '../storage/database.ts';
import { findCurrentlyDeployed, findDeploymentsOfVersion } from '../storage/deployments.ts';
import { migrate } from '../storage/migrate.ts';
import { findCurrentlySupported } from '../storage/releases.ts';
import { assertKeptAsScanned } from './kept-state.ts';
import { databases } from './store.ts';

const BEFORE_ENVIRONMENT_VERSIONS = 3;
const BEFORE_BRANCH_ORDER = 6;
const now = '2026-01-02T03:04:05.678Z';

describe.each(databases)('a store of an earlier schema on %s', (database) => {
  test('keeps what was deployed and released when the two become one table', async () => {
    const schema = `test_${randomUUID().replaceAll('-', '')}`;
    const { db, close } = openDatabase(
      database === 'sqlite' ? { file: ':memory:' } : { url: process.env.TEST_POSTGRES_URL as string, schema, connections: 2 },
    );
    await migrate(db, { schema, version: BEFORE_ENVIRONMENT_VERSIONS });
    await db
      .insertInto('environments')
      .values({ uuid: 'e', name: 'production', production: 1, created_at: now, updated_at: now })
      .execute();
    await db.insertInto('pacticipants').values({ name: 'Order Web', created_at: now, updated_at: now }).execute();
    for (const number of ['1', '2'])
      await db.insertInto('versions').values({ pacticipant_id: 1, number, created_at: now, updated_at: now }).execute();
    for (const statement of [
      `insert into deployed_versions (uuid, environment_id, pacticipant_id, version_id, application_instance, created_at, updated_at, ended_at)
        values ('d1', 1, 1, 1, 'blue', '${now}', '${now}', '${now}'), ('d2', 1, 1, 2, 'blue', '${now}', '${now}', null)`,
      `insert into released_versions (uuid, environment_id, pacticipant_id, version_id, created_at, updated_at, ended_at)
        values ('r1', 1, 1, 1, '${now}', '${now}', null), ('r2', 1, 1, 2, '${now}', '${now}', '${now}')`,
    ])
      await sql.raw(statement).execute(db);

    await migrate(db, { schema });

    const current = (await findCurrentlyDeployed(db, 1, {})).map((d) => [d.uuid, d.version, d.application_instance]);
    expect(current).toEqual([['d2', '2', 'blue']]);
    expect((await findDeploymentsOfVersion(db, 1, 1)).map((d) => [d.uuid, d.ended_at])).toEqual([['d1', now]]);
    expect((await findCurrentlySupported(db, 1, {})).map((r) => [r.uuid, r.version])).toEqual([['r1', '1']]);
    await close();
  });

  test('learns the order in which versions were put on a branch, and since when a tag is in use', async () => {
    const schema = `test_${randomUUID().replaceAll('-', '')}`;
    const { db, close } = openDatabase(
      database === 'sqlite' ? { file: ':memory:' } : { url: process.env.TEST_POSTGRES_URL as string, schema, connections: 2 },
    );
    await migrate(db, { schema, version: BEFORE_BRANCH_ORDER });
    const [first, second, third] = ['2026-01-01', '2026-01-02', '2026-01-03'].map((day) => `${day}T00:00:00.000Z`);
    await db.insertInto('pacticipants').values({ name: 'API', created_at: now, updated_at: now }).execute();
    for (const number of ['1', '2', '3'])
      await db.insertInto('versions').values({ pacticipant_id: 1, number, created_at: now, updated_at: now }).execute();
    for (const statement of [
      `insert into branches (pacticipant_id, name, head_version_id, created_at, updated_at)
        values (1, 'main', 3, '${first}', '${third}'), (1, 'left', null, '${first}', '${first}')`,
      `insert into branch_versions (branch_id, version_id, created_at, updated_at)
        values (1, 2, '${first}', '${first}'), (1, 3, '${second}', '${second}'), (1, 1, '${third}', '${third}')`,
      `insert into tags (version_id, name, pacticipant_id, created_at) values (1, 'dev', 1, '${second}'), (2, 'dev', 1, '${first}')`,
      `insert into tag_heads (pacticipant_id, name, version_id) values (1, 'dev', 2)`,
    ])
      await sql.raw(statement).execute(db);

    await migrate(db, { schema });

    const heads = (await db.selectFrom('branches').selectAll().orderBy('id').execute()).map((b) => [b.head_version_id, b.head_position]);
    expect(heads).toEqual([
      [1, 3],
      [null, null],
    ]);
    expect((await db.selectFrom('tag_beginnings').selectAll().execute()).map(({ name, began_at }) => [name, began_at])).toEqual([
      ['dev', first],
    ]);
    await assertKeptAsScanned(db);
    await close();
  });
});
