import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from '@jest/globals';
import { SQLITE_FILE } from '../read-store.ts';
import { checkStore } from './check-store.ts';
import { killRounds } from './kill-rounds.ts';

const folder = mkdtempSync(join(tmpdir(), 'concordat-kill-'));
const store = { CONCORDAT_DATA: folder };
afterAll(() => rmSync(folder, { recursive: true }));

test('a broker that is killed while it is published to loses nothing that it acknowledged, and keeps no half of a publication', async () => {
  const { acknowledged, problems } = await killRounds(store, 3);
  expect(problems).toEqual([]);
  expect(acknowledged).toBeGreaterThan(0);
}, 60_000);

test('what such a kill could do to a store is recognised', async () => {
  expect(await checkStore(store)).toEqual([]);
  const database = new DatabaseSync(join(folder, SQLITE_FILE));
  database.exec('delete from pact_publications where id = 1');
  database.exec('update branch_head_pacts set pact_version_id = 1 where rowid = (select max(rowid) from branch_head_pacts)');
  database.exec('delete from pact_contents where pact_version_id = 2');
  database.close();
  const problems = await checkStore(store);
  for (const name of ['versions without all of their contracts', 'wrong head pacts of branches', 'pacts without content'])
    expect(problems).toContainEqual(expect.stringContaining(name));
});
