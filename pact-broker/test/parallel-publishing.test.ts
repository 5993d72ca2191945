import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { startBroker, type TestBroker } from './broker.ts';
import { databases } from './store.ts';

const PUBLISHERS = 20;
const CONTRACTS = 20;
/** Each content is published by two publishers in turn, so that some are there already and some are not. */
const CONTENTS = PUBLISHERS / 2;

const publication = (publisher: number) => ({
  pacticipantName: 'Storefront',
  pacticipantVersionNumber: `1.0.${publisher}`,
  branch: publisher % 2 === 0 ? 'main' : 'feat/basket',
  tags: ['dev', `build-${publisher % 3}`],
  contracts: shuffled(publisher).map((provider) => ({
    consumerName: 'Storefront',
    providerName: `Provider ${provider}`,
    specification: 'pact',
    contentType: 'application/json',
    content: Buffer.from(JSON.stringify(pact(provider, publisher % CONTENTS))).toString('base64'),
  })),
});

const pact = (provider: number, content: number) => ({
  consumer: { name: 'Storefront' },
  provider: { name: `Provider ${provider}` },
  interactions: [{ description: `request ${content}`, request: { method: 'GET', path: `/${content}` }, response: { status: 200 } }],
  metadata: { pactSpecification: { version: '2.0.0' } },
});

/** Another order for each publisher: locks taken in the order of the request would end in a deadlock. */
const shuffled = (publisher: number) => Array.from({ length: CONTRACTS }, (_, index) => (index * 7 + publisher * 3) % CONTRACTS);

describe.each(databases)('%s: publishers that come all at once', (database) => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startBroker({ database });
  });
  afterAll(() => broker.stop());

  const count = async (table: string) => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(broker.tenant.db);
    return Number(rows[0]?.count);
  };
  const counts = async () => ({
    pacticipants: await count('pacticipants'),
    versions: await count('versions'),
    branches: await count('branches'),
    branch_versions: await count('branch_versions'),
    tags: await count('tags'),
    integrations: await count('integrations'),
    pact_versions: await count('pact_versions'),
    pact_contents: await count('pact_contents'),
    pact_publications: await count('pact_publications'),
    branch_head_pacts: await count('branch_head_pacts'),
    tag_head_pacts: await count('tag_head_pacts'),
  });
  const expected = {
    pacticipants: CONTRACTS + 1,
    versions: PUBLISHERS,
    branches: 2,
    branch_versions: PUBLISHERS,
    tags: PUBLISHERS * 2,
    integrations: CONTRACTS,
    pact_versions: CONTRACTS * CONTENTS,
    pact_contents: CONTRACTS * CONTENTS,
    pact_publications: PUBLISHERS * CONTRACTS,
    branch_head_pacts: 2 * CONTRACTS,
    tag_head_pacts: 4 * CONTRACTS,
  };

  test('all succeed, and nothing is lost or doubled', async () => {
    const answers = await Promise.all(
      Array.from({ length: PUBLISHERS }, (_, publisher) => broker.post('/contracts/publish', publication(publisher))),
    );
    expect(answers.map(({ status, text }) => (status === 200 ? 200 : text))).toEqual(answers.map(() => 200));
    expect(await counts()).toEqual(expected);
  });

  test('publishing the same again, all at once and twice, changes nothing', async () => {
    const twice = Array.from({ length: PUBLISHERS * 2 }, (_, index) => publication(index % PUBLISHERS));
    const answers = await Promise.all(twice.map((body) => broker.post('/contracts/publish', body)));
    expect(answers.map(({ status, text }) => (status === 200 ? 200 : text))).toEqual(answers.map(() => 200));
    expect(await counts()).toEqual(expected);
  });

  test('several publishers of one new version end as one', async () => {
    const bodies = Array.from({ length: PUBLISHERS }, () => ({ ...publication(0), pacticipantVersionNumber: '2.0.0' }));
    const answers = await Promise.all(bodies.map((body) => broker.post('/contracts/publish', body)));
    expect(answers.map(({ status, text }) => (status === 200 ? 200 : text))).toEqual(answers.map(() => 200));
    const { versions, pact_publications, pact_versions } = await counts();
    expect({ versions, pact_publications, pact_versions }).toEqual({
      versions: PUBLISHERS + 1,
      pact_publications: (PUBLISHERS + 1) * CONTRACTS,
      pact_versions: CONTRACTS * CONTENTS,
    });
  });

  test('the heads are those of the newest version of each branch', async () => {
    const { rows } = await sql<{ wrong: number }>`select count(*) as wrong from branch_head_pacts h join branches b on b.id = h.branch_id
      where h.consumer_version_id <> (select max(bv.version_id) from branch_versions bv where bv.branch_id = b.id)
      or b.head_version_id <> h.consumer_version_id`.execute(broker.tenant.db);
    expect(Number(rows[0]?.wrong)).toBe(0);
  });
});
